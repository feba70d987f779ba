import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dashboards', '0002_reports'),
        ('estates', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PlanPicture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('width', models.PositiveSmallIntegerField(verbose_name='width')),
                ('height', models.PositiveSmallIntegerField(verbose_name='height')),
                ('boundary', models.TextField(blank=True, verbose_name='boundary')),
                ('parts', models.JSONField(verbose_name='plots by state')),
                ('in_squares', models.BooleanField(default=False, verbose_name='drawn in squares')),
                ('source', models.CharField(max_length=64, verbose_name='digest of what was drawn')),
                ('taken_at', models.DateTimeField(verbose_name='worked out at')),
                ('estate', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='plan_picture', to='estates.estate', verbose_name='estate')),
            ],
            options={
                'verbose_name': 'picture of a plan',
                'verbose_name_plural': 'pictures of plans',
                'ordering': ['estate'],
                'constraints': [models.CheckConstraint(condition=models.Q(('height__gt', 0), ('width__gt', 0)), name='picture_has_a_size')],
            },
        ),
    ]
