import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=80, verbose_name='kind')),
                ('key', models.CharField(max_length=160, verbose_name='key')),
                ('payload', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='task')),
                ('status', models.CharField(choices=[('QUEUED', 'Waiting'), ('RUNNING', 'Running'), ('DONE', 'Done'), ('FAILED', 'Refused'), ('PARKED', 'Set aside')], default='QUEUED', max_length=10, verbose_name='state')),
                ('slot', models.DateTimeField(blank=True, null=True, verbose_name='time slot')),
                ('run_after', models.DateTimeField(verbose_name='not before')),
                ('fence', models.PositiveIntegerField(default=0, verbose_name='times taken')),
                ('lease_until', models.DateTimeField(blank=True, null=True, verbose_name='held until')),
                ('poked_at', models.DateTimeField(blank=True, null=True, verbose_name='told to the workers')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='failed tries')),
                ('progress_done', models.PositiveIntegerField(default=0, verbose_name='steps done')),
                ('progress_total', models.PositiveIntegerField(default=0, verbose_name='steps')),
                ('progress_note', models.CharField(blank=True, max_length=200, verbose_name='at present')),
                ('result', models.JSONField(blank=True, encoder=django.core.serializers.json.DjangoJSONEncoder, null=True, verbose_name='result')),
                ('error', models.TextField(blank=True, verbose_name='error')),
                ('created_at', models.DateTimeField(verbose_name='asked for')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='begun')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='ended')),
                ('requested_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked for by')),
            ],
            options={
                'verbose_name': 'job',
                'verbose_name_plural': 'jobs',
                'ordering': ['-id'],
                'indexes': [models.Index(condition=models.Q(('status', 'QUEUED')), fields=['run_after'], name='jobs_waiting'), models.Index(condition=models.Q(('status', 'RUNNING')), fields=['lease_until'], name='jobs_held'), models.Index(fields=['kind', '-id'], name='jobs_by_kind')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status__in', ['QUEUED', 'RUNNING'])), fields=('kind', 'key'), name='jobs_one_live_per_key'), models.UniqueConstraint(fields=('kind', 'slot'), name='jobs_once_per_slot'), models.CheckConstraint(condition=models.Q(('status__in', ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'PARKED'])), name='jobs_status_known'), models.CheckConstraint(condition=models.Q(models.Q(('fence__gt', 0), ('lease_until__isnull', False), ('status', 'RUNNING')), models.Q(models.Q(('status', 'RUNNING'), _negated=True), ('lease_until__isnull', True)), _connector='OR'), name='jobs_lease_while_running'), models.CheckConstraint(condition=models.Q(models.Q(('finished_at__isnull', True), ('status__in', ['QUEUED', 'RUNNING'])), models.Q(models.Q(('status__in', ['QUEUED', 'RUNNING']), _negated=True), ('finished_at__isnull', False)), _connector='OR'), name='jobs_finished_at_the_end'), models.CheckConstraint(condition=models.Q(('progress_total', 0), ('progress_done__lte', models.F('progress_total')), _connector='OR'), name='jobs_progress_in_bounds')],
            },
        ),
    ]
