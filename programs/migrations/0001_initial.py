import core.fields.models
import core.operations
import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('estates', '0001_initial'),
        ('files', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='Decision',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('taken_on', models.DateField(verbose_name='decided on')),
                        ('body', core.fields.models.PersianCharField(help_text='For example: the board, the general assembly', max_length=120, verbose_name='deciding body')),
                        ('text', core.fields.models.PersianTextField(max_length=2000, verbose_name='decision')),
                        ('decided_by', core.fields.models.PersianCharField(blank=True, max_length=120, verbose_name='signed by')),
                        ('follow_up', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='follow-up')),
                        ('is_public', models.BooleanField(default=False, verbose_name='shown to the public')),
                    ],
                    options={
                        'verbose_name': 'decision',
                        'verbose_name_plural': 'decisions',
                        'ordering': ['programme', '-taken_on', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Activity',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('weight', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='weight (percent)')),
                        ('starts_on', models.DateField(verbose_name='begins on')),
                        ('ends_on', models.DateField(verbose_name='ends on')),
                        ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='programme_activities', to=settings.AUTH_USER_MODEL, verbose_name='answers for it')),
                    ],
                    options={
                        'verbose_name': 'activity',
                        'verbose_name_plural': 'activities',
                        'ordering': ['programme', 'position'],
                    },
                ),
                migrations.CreateModel(
                    name='Baseline',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('status', models.CharField(choices=[('DRAFT', 'waiting for approval'), ('APPROVED', 'approved')], default='DRAFT', max_length=12, verbose_name='status')),
                        ('made_at', models.DateTimeField(verbose_name='made')),
                        ('approved_at', models.DateTimeField(blank=True, null=True, verbose_name='approved at')),
                        ('note', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='note')),
                        ('reason', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='why it was made')),
                        ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='approved by')),
                        ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                    ],
                    options={
                        'verbose_name': 'plan by month',
                        'verbose_name_plural': 'plans by month',
                        'ordering': ['programme', '-version'],
                    },
                ),
                migrations.CreateModel(
                    name='BaselineMonth',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField(verbose_name='month')),
                        ('weight', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='weight (percent)')),
                        ('planned_percent', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='planned (percent)')),
                        ('planned_cost', core.fields.models.RialField(default=0, verbose_name='planned cost (rials)')),
                        ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='baseline_months', to='programs.activity', verbose_name='activity')),
                        ('baseline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='months', to='programs.baseline', verbose_name='plan by month')),
                    ],
                    options={
                        'verbose_name': 'month of a plan',
                        'verbose_name_plural': 'months of plans',
                        'ordering': ['baseline', 'activity', 'month'],
                    },
                ),
                migrations.CreateModel(
                    name='BaselineMonthEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('month', models.DateField(verbose_name='month')),
                        ('weight', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='weight (percent)')),
                        ('planned_percent', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='planned (percent)')),
                        ('planned_cost', core.fields.models.RialField(default=0, verbose_name='planned cost (rials)')),
                        ('activity', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.activity', verbose_name='activity')),
                        ('baseline', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.baseline', verbose_name='plan by month')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.baselinemonth')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='BudgetLine',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('source_of_funds', models.CharField(choices=[('COMPANY', "the company's own income"), ('NATIONAL_BUDGET', 'national budget'), ('PROVINCIAL_BUDGET', 'provincial budget'), ('PARENT_ORGANISATION', 'Small Industries and Industrial Parks Organisation'), ('BANK', 'bank loan'), ('PARTICIPANTS', 'share of the participants'), ('OTHER', 'another source')], max_length=20, verbose_name='source of funds')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                        ('approved', core.fields.models.RialField(verbose_name='approved (rials)')),
                        ('is_public', models.BooleanField(default=False, help_text='Else only the sum of all lines is shown.', verbose_name='shown to the public')),
                        ('activity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budget_lines', to='programs.activity', verbose_name='activity')),
                    ],
                    options={
                        'verbose_name': 'budget line',
                        'verbose_name_plural': 'budget lines',
                        'ordering': ['programme', 'year', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Indicator',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.SlugField(max_length=60, verbose_name='code')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('unit', core.fields.models.PersianCharField(blank=True, max_length=40, verbose_name='unit')),
                        ('kind', models.CharField(choices=[('SUM', 'sum of the readings'), ('LAST', 'last reading'), ('AVERAGE', 'average of the readings'), ('RATIO', 'ratio of two sums')], max_length=10, verbose_name='kind')),
                        ('better', models.CharField(choices=[('UP', 'more is better'), ('DOWN', 'less is better')], default='UP', max_length=6, verbose_name='direction')),
                        ('start_value', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='value at the start')),
                        ('target_value', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='target')),
                        ('target_on', models.DateField(blank=True, null=True, verbose_name='target by')),
                        ('metric', models.CharField(blank=True, max_length=80, verbose_name='live figure')),
                        ('dimensions', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('county', 'county'), ('gender', 'gender'), ('trade', 'trade')], max_length=10), blank=True, default=list, size=None, verbose_name='broken down by')),
                        ('decimals', models.PositiveSmallIntegerField(default=0, verbose_name='decimal places')),
                        ('activity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='programs.activity', verbose_name='activity')),
                    ],
                    options={
                        'verbose_name': 'indicator',
                        'verbose_name_plural': 'indicators',
                        'ordering': ['programme', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Issue',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', core.fields.models.PersianCharField(max_length=200, verbose_name='what hinders')),
                        ('response', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='what is done about it')),
                        ('raised_on', models.DateField(verbose_name='since')),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='due on')),
                        ('status', models.CharField(choices=[('OPEN', 'open'), ('SOLVED', 'solved')], default='OPEN', max_length=10, verbose_name='status')),
                        ('solved_on', models.DateField(blank=True, null=True, verbose_name='solved on')),
                        ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answers for it')),
                    ],
                    options={
                        'verbose_name': 'issue',
                        'verbose_name_plural': 'issues',
                        'ordering': ['programme', '-raised_on', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Milestone',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('weight', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='weight (percent)')),
                        ('due_on', models.DateField(verbose_name='due on')),
                        ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='milestones', to='programs.activity', verbose_name='activity')),
                    ],
                    options={
                        'verbose_name': 'milestone',
                        'verbose_name_plural': 'milestones',
                        'ordering': ['activity', 'position'],
                    },
                ),
                migrations.CreateModel(
                    name='MilestoneEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('weight', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='weight (percent)')),
                        ('due_on', models.DateField(verbose_name='due on')),
                        ('activity', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.activity', verbose_name='activity')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.milestone')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Programme',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('slug', models.SlugField(max_length=60, unique=True, verbose_name='slug')),
                        ('group', models.CharField(choices=[('FLAGSHIP_YEAR', 'flagship programmes of the year'), ('OUTLOOK_3Y', 'three-year outlook'), ('ASSEMBLY_DUTY', 'duties set by the assembly'), ('RESISTANCE_ECONOMY', 'projects of the resistance economy')], max_length=20, verbose_name='group')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('purpose', core.fields.models.PersianTextField(max_length=2000, verbose_name='what it is for')),
                        ('year', models.PositiveSmallIntegerField(help_text='Solar Hijri year the plan belongs to', verbose_name='year')),
                        ('starts_on', models.DateField(verbose_name='begins on')),
                        ('ends_on', models.DateField(verbose_name='ends on')),
                        ('status', models.CharField(choices=[('DRAFT', 'being planned'), ('ACTIVE', 'under way'), ('SUSPENDED', 'suspended'), ('COMPLETED', 'completed'), ('STOPPED', 'given up')], default='DRAFT', max_length=12, verbose_name='status')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('is_public', models.BooleanField(default=False, verbose_name='shown to the public')),
                        ('is_illustrative', models.BooleanField(default=False, help_text="The plan shows how one looks; it is not the company's own.", verbose_name='illustrative plan')),
                        ('source', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='source')),
                        ('source_date', models.DateField(blank=True, null=True, verbose_name='date of the source')),
                        ('created_at', models.DateTimeField(verbose_name='created')),
                        ('updated_at', models.DateTimeField(verbose_name='changed')),
                        ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programmes', to=settings.AUTH_USER_MODEL, verbose_name='answers for it')),
                        ('previous', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='following', to='programs.programme', verbose_name='plan of the year before')),
                    ],
                    options={
                        'verbose_name': 'programme',
                        'verbose_name_plural': 'programmes',
                        'ordering': ['-year', 'group', 'position', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='IssueEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('name', core.fields.models.PersianCharField(max_length=200, verbose_name='what hinders')),
                        ('response', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='what is done about it')),
                        ('raised_on', models.DateField(verbose_name='since')),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='due on')),
                        ('status', models.CharField(choices=[('OPEN', 'open'), ('SOLVED', 'solved')], default='OPEN', max_length=10, verbose_name='status')),
                        ('solved_on', models.DateField(blank=True, null=True, verbose_name='solved on')),
                        ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answers for it')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.issue')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='IndicatorEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('code', models.SlugField(db_index=False, max_length=60, verbose_name='code')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('unit', core.fields.models.PersianCharField(blank=True, max_length=40, verbose_name='unit')),
                        ('kind', models.CharField(choices=[('SUM', 'sum of the readings'), ('LAST', 'last reading'), ('AVERAGE', 'average of the readings'), ('RATIO', 'ratio of two sums')], max_length=10, verbose_name='kind')),
                        ('better', models.CharField(choices=[('UP', 'more is better'), ('DOWN', 'less is better')], default='UP', max_length=6, verbose_name='direction')),
                        ('start_value', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='value at the start')),
                        ('target_value', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='target')),
                        ('target_on', models.DateField(blank=True, null=True, verbose_name='target by')),
                        ('metric', models.CharField(blank=True, max_length=80, verbose_name='live figure')),
                        ('dimensions', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('county', 'county'), ('gender', 'gender'), ('trade', 'trade')], max_length=10), blank=True, default=list, size=None, verbose_name='broken down by')),
                        ('decimals', models.PositiveSmallIntegerField(default=0, verbose_name='decimal places')),
                        ('activity', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.activity', verbose_name='activity')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.indicator')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='DecisionEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('taken_on', models.DateField(verbose_name='decided on')),
                        ('body', core.fields.models.PersianCharField(help_text='For example: the board, the general assembly', max_length=120, verbose_name='deciding body')),
                        ('text', core.fields.models.PersianTextField(max_length=2000, verbose_name='decision')),
                        ('decided_by', core.fields.models.PersianCharField(blank=True, max_length=120, verbose_name='signed by')),
                        ('follow_up', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='follow-up')),
                        ('is_public', models.BooleanField(default=False, verbose_name='shown to the public')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.decision')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='BudgetLineEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('source_of_funds', models.CharField(choices=[('COMPANY', "the company's own income"), ('NATIONAL_BUDGET', 'national budget'), ('PROVINCIAL_BUDGET', 'provincial budget'), ('PARENT_ORGANISATION', 'Small Industries and Industrial Parks Organisation'), ('BANK', 'bank loan'), ('PARTICIPANTS', 'share of the participants'), ('OTHER', 'another source')], max_length=20, verbose_name='source of funds')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                        ('approved', core.fields.models.RialField(verbose_name='approved (rials)')),
                        ('is_public', models.BooleanField(default=False, help_text='Else only the sum of all lines is shown.', verbose_name='shown to the public')),
                        ('activity', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.activity', verbose_name='activity')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.budgetline')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='BaselineEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('status', models.CharField(choices=[('DRAFT', 'waiting for approval'), ('APPROVED', 'approved')], default='DRAFT', max_length=12, verbose_name='status')),
                        ('made_at', models.DateTimeField(verbose_name='made')),
                        ('approved_at', models.DateTimeField(blank=True, null=True, verbose_name='approved at')),
                        ('note', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='note')),
                        ('reason', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='why it was made')),
                        ('approved_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='approved by')),
                        ('made_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.baseline')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ActivityEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('weight', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='weight (percent)')),
                        ('starts_on', models.DateField(verbose_name='begins on')),
                        ('ends_on', models.DateField(verbose_name='ends on')),
                        ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answers for it')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.activity')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProgrammeDocument',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', core.fields.models.PersianCharField(max_length=160, verbose_name='title')),
                        ('dated_on', models.DateField(blank=True, null=True, verbose_name='dated')),
                        ('is_public', models.BooleanField(default=False, verbose_name='shown to the public')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='programme_document', to='files.storedfile', verbose_name='file')),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'verbose_name': 'document of a programme',
                        'verbose_name_plural': 'documents of programmes',
                        'ordering': ['programme', 'position', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ProgrammeDocumentEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('title', core.fields.models.PersianCharField(max_length=160, verbose_name='title')),
                        ('dated_on', models.DateField(blank=True, null=True, verbose_name='dated')),
                        ('is_public', models.BooleanField(default=False, verbose_name='shown to the public')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='file')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.programmedocument')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProgrammeEstate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('estate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programme_links', to='estates.estate', verbose_name='estate')),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='estate_links', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'verbose_name': 'estate of a programme',
                        'verbose_name_plural': 'estates of programmes',
                        'ordering': ['programme', 'estate'],
                    },
                ),
                migrations.CreateModel(
                    name='ProgrammeEstateEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('estate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.estate', verbose_name='estate')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.programmeestate')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProgrammeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('slug', models.SlugField(db_index=False, max_length=60, verbose_name='slug')),
                        ('group', models.CharField(choices=[('FLAGSHIP_YEAR', 'flagship programmes of the year'), ('OUTLOOK_3Y', 'three-year outlook'), ('ASSEMBLY_DUTY', 'duties set by the assembly'), ('RESISTANCE_ECONOMY', 'projects of the resistance economy')], max_length=20, verbose_name='group')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('purpose', core.fields.models.PersianTextField(max_length=2000, verbose_name='what it is for')),
                        ('year', models.PositiveSmallIntegerField(help_text='Solar Hijri year the plan belongs to', verbose_name='year')),
                        ('starts_on', models.DateField(verbose_name='begins on')),
                        ('ends_on', models.DateField(verbose_name='ends on')),
                        ('status', models.CharField(choices=[('DRAFT', 'being planned'), ('ACTIVE', 'under way'), ('SUSPENDED', 'suspended'), ('COMPLETED', 'completed'), ('STOPPED', 'given up')], default='DRAFT', max_length=12, verbose_name='status')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('is_public', models.BooleanField(default=False, verbose_name='shown to the public')),
                        ('is_illustrative', models.BooleanField(default=False, help_text="The plan shows how one looks; it is not the company's own.", verbose_name='illustrative plan')),
                        ('source', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='source')),
                        ('source_date', models.DateField(blank=True, null=True, verbose_name='date of the source')),
                        ('created_at', models.DateTimeField(verbose_name='created')),
                        ('updated_at', models.DateTimeField(verbose_name='changed')),
                        ('owner', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answers for it')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.programme')),
                        ('previous', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='plan of the year before')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProgrammeFact',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('text', core.fields.models.PersianTextField(max_length=1000, verbose_name='what it says')),
                        ('as_of', models.DateField(blank=True, null=True, verbose_name='as of')),
                        ('precision', models.CharField(choices=[('DAY', 'day'), ('MONTH', 'month'), ('YEAR', 'year')], default='DAY', max_length=8, verbose_name='exact to the')),
                        ('is_approximate', models.BooleanField(default=False, verbose_name='approximate date')),
                        ('source', core.fields.models.PersianCharField(max_length=300, verbose_name='source')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'verbose_name': 'fact about a programme',
                        'verbose_name_plural': 'facts about programmes',
                        'ordering': ['position', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ProgrammeFactEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('text', core.fields.models.PersianTextField(max_length=1000, verbose_name='what it says')),
                        ('as_of', models.DateField(blank=True, null=True, verbose_name='as of')),
                        ('precision', models.CharField(choices=[('DAY', 'day'), ('MONTH', 'month'), ('YEAR', 'year')], default='DAY', max_length=8, verbose_name='exact to the')),
                        ('is_approximate', models.BooleanField(default=False, verbose_name='approximate date')),
                        ('source', core.fields.models.PersianCharField(max_length=300, verbose_name='source')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.programmefact')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProgrammePhoto',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('stage', models.CharField(choices=[('BEFORE', 'before the work'), ('DURING', 'during the work'), ('AFTER', 'after the work')], max_length=8, verbose_name='stage')),
                        ('taken_on', models.DateField(blank=True, null=True, verbose_name='taken on')),
                        ('caption', core.fields.models.PersianCharField(max_length=200, verbose_name='caption')),
                        ('pair_key', models.SlugField(blank=True, help_text='The photos before and after of one place have the same word here.', max_length=40, verbose_name='pair')),
                        ('is_public', models.BooleanField(default=True, verbose_name='shown to the public')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative picture')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='programme_photo', to='files.storedfile', verbose_name='photo')),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='photos', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'verbose_name': 'photo of a programme',
                        'verbose_name_plural': 'photos of programmes',
                        'ordering': ['programme', 'position', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ProgrammePhotoEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('stage', models.CharField(choices=[('BEFORE', 'before the work'), ('DURING', 'during the work'), ('AFTER', 'after the work')], max_length=8, verbose_name='stage')),
                        ('taken_on', models.DateField(blank=True, null=True, verbose_name='taken on')),
                        ('caption', core.fields.models.PersianCharField(max_length=200, verbose_name='caption')),
                        ('pair_key', models.SlugField(blank=True, db_index=False, help_text='The photos before and after of one place have the same word here.', max_length=40, verbose_name='pair')),
                        ('is_public', models.BooleanField(default=True, verbose_name='shown to the public')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative picture')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='photo')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.programmephoto')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Reading',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('series', models.CharField(choices=[('PHYSICAL', 'physical progress'), ('FINANCIAL', 'financial progress'), ('INDICATOR', 'indicator')], max_length=10, verbose_name='series')),
                        ('month', models.DateField(verbose_name='month')),
                        ('percent', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='done (percent)')),
                        ('allocated', core.fields.models.RialField(blank=True, null=True, verbose_name='allocated (rials)')),
                        ('paid', core.fields.models.RialField(blank=True, null=True, verbose_name='paid (rials)')),
                        ('value', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='value')),
                        ('numerator', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='numerator')),
                        ('denominator', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='denominator')),
                        ('note', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='note')),
                        ('status', models.CharField(choices=[('DRAFT', 'draft'), ('SUBMITTED', 'waiting for approval'), ('RETURNED', 'returned'), ('APPROVED', 'approved')], default='DRAFT', max_length=10, verbose_name='status')),
                        ('created_at', models.DateTimeField(verbose_name='created')),
                        ('submitted_at', models.DateTimeField(blank=True, null=True, verbose_name='submitted at')),
                        ('reviewed_at', models.DateTimeField(blank=True, null=True, verbose_name='reviewed at')),
                        ('review_note', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='note of the reviewer')),
                        ('superseded', models.BooleanField(default=False, verbose_name='replaced by a correction')),
                        ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                        ('budget_line', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='programs.budgetline', verbose_name='budget line')),
                        ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='programs.reading', verbose_name='corrects')),
                        ('indicator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='programs.indicator', verbose_name='indicator')),
                        ('milestone', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='programs.milestone', verbose_name='milestone')),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='programs.programme', verbose_name='programme')),
                        ('reviewed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reviewed by')),
                    ],
                    options={
                        'verbose_name': 'reading',
                        'verbose_name_plural': 'readings',
                        'ordering': ['-month', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='ReadingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('series', models.CharField(choices=[('PHYSICAL', 'physical progress'), ('FINANCIAL', 'financial progress'), ('INDICATOR', 'indicator')], max_length=10, verbose_name='series')),
                        ('month', models.DateField(verbose_name='month')),
                        ('percent', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='done (percent)')),
                        ('allocated', core.fields.models.RialField(blank=True, null=True, verbose_name='allocated (rials)')),
                        ('paid', core.fields.models.RialField(blank=True, null=True, verbose_name='paid (rials)')),
                        ('value', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='value')),
                        ('numerator', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='numerator')),
                        ('denominator', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='denominator')),
                        ('note', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='note')),
                        ('status', models.CharField(choices=[('DRAFT', 'draft'), ('SUBMITTED', 'waiting for approval'), ('RETURNED', 'returned'), ('APPROVED', 'approved')], default='DRAFT', max_length=10, verbose_name='status')),
                        ('created_at', models.DateTimeField(verbose_name='created')),
                        ('submitted_at', models.DateTimeField(blank=True, null=True, verbose_name='submitted at')),
                        ('reviewed_at', models.DateTimeField(blank=True, null=True, verbose_name='reviewed at')),
                        ('review_note', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='note of the reviewer')),
                        ('superseded', models.BooleanField(default=False, verbose_name='replaced by a correction')),
                        ('author', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                        ('budget_line', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.budgetline', verbose_name='budget line')),
                        ('corrects', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.reading', verbose_name='corrects')),
                        ('indicator', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.indicator', verbose_name='indicator')),
                        ('milestone', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.milestone', verbose_name='milestone')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.reading')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                        ('reviewed_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reviewed by')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ReadingEvidence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('caption', core.fields.models.PersianCharField(blank=True, max_length=200, verbose_name='caption')),
                        ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reading_evidence', to='files.storedfile', verbose_name='file')),
                        ('reading', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='programs.reading', verbose_name='reading')),
                    ],
                    options={
                        'verbose_name': 'evidence of a reading',
                        'verbose_name_plural': 'evidence of readings',
                        'ordering': ['reading', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ReadingEvidenceEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('caption', core.fields.models.PersianCharField(blank=True, max_length=200, verbose_name='caption')),
                        ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='file')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.readingevidence')),
                        ('reading', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.reading', verbose_name='reading')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ReadingPart',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('gender', models.CharField(blank=True, choices=[('F', 'Woman'), ('M', 'Man')], max_length=1, verbose_name='gender')),
                        ('value', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='value')),
                        ('numerator', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='numerator')),
                        ('denominator', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='denominator')),
                        ('county', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='estates.county', verbose_name='county')),
                        ('reading', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='programs.reading', verbose_name='reading')),
                        ('trade', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='estates.trade', verbose_name='trade')),
                    ],
                    options={
                        'verbose_name': 'part of a reading',
                        'verbose_name_plural': 'parts of readings',
                        'ordering': ['reading', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ReadingPartEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('gender', models.CharField(blank=True, choices=[('F', 'Woman'), ('M', 'Man')], max_length=1, verbose_name='gender')),
                        ('value', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='value')),
                        ('numerator', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='numerator')),
                        ('denominator', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='denominator')),
                        ('county', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.county', verbose_name='county')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.readingpart')),
                        ('reading', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.reading', verbose_name='reading')),
                        ('trade', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.trade', verbose_name='trade')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Risk',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', core.fields.models.PersianCharField(max_length=200, verbose_name='what may happen')),
                        ('likelihood', models.PositiveSmallIntegerField(verbose_name='likelihood (1 to 5)')),
                        ('impact', models.PositiveSmallIntegerField(verbose_name='impact (1 to 5)')),
                        ('response', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='what is done about it')),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='due on')),
                        ('status', models.CharField(choices=[('OPEN', 'watched'), ('OCCURRED', 'has happened'), ('CLOSED', 'no longer a risk')], default='OPEN', max_length=10, verbose_name='status')),
                        ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answers for it')),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='risks', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'verbose_name': 'risk',
                        'verbose_name_plural': 'risks',
                        'ordering': ['programme', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='RiskEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('name', core.fields.models.PersianCharField(max_length=200, verbose_name='what may happen')),
                        ('likelihood', models.PositiveSmallIntegerField(verbose_name='likelihood (1 to 5)')),
                        ('impact', models.PositiveSmallIntegerField(verbose_name='impact (1 to 5)')),
                        ('response', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='what is done about it')),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='due on')),
                        ('status', models.CharField(choices=[('OPEN', 'watched'), ('OCCURRED', 'has happened'), ('CLOSED', 'no longer a risk')], default='OPEN', max_length=10, verbose_name='status')),
                        ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answers for it')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programs.risk')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddField(
                    model_name='issue',
                    name='programme',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='issues', to='programs.programme', verbose_name='programme'),
                ),
                migrations.AddField(
                    model_name='indicator',
                    name='programme',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='programs.programme', verbose_name='programme'),
                ),
                migrations.AddField(
                    model_name='decision',
                    name='programme',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='programs.programme', verbose_name='programme'),
                ),
                migrations.AddField(
                    model_name='budgetline',
                    name='programme',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='budget_lines', to='programs.programme', verbose_name='programme'),
                ),
                migrations.AddField(
                    model_name='baseline',
                    name='programme',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='baselines', to='programs.programme', verbose_name='programme'),
                ),
                migrations.AddField(
                    model_name='activity',
                    name='programme',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='programs.programme', verbose_name='programme'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddIndex(
                    model_name='programme',
                    index=models.Index(fields=['year', 'group', 'position'], name='programme_by_year'),
                ),
                migrations.AddIndex(
                    model_name='reading',
                    index=models.Index(condition=models.Q(('status', 'APPROVED'), ('superseded', False)), fields=['programme', 'series', 'month'], name='reading_counted'),
                ),
                migrations.AddIndex(
                    model_name='reading',
                    index=models.Index(fields=['status', 'created_at'], name='reading_by_status'),
                ),
                migrations.AddConstraint(
                    model_name='baselinemonth',
                    constraint=models.UniqueConstraint(fields=('baseline', 'activity', 'month'), name='baseline_month_once'),
                ),
                migrations.AddConstraint(
                    model_name='baselinemonth',
                    constraint=models.CheckConstraint(condition=models.Q(('planned_percent__gte', 0), ('planned_percent__lte', Decimal('100'))), name='baseline_percent_in_range'),
                ),
                migrations.AddConstraint(
                    model_name='baselinemonth',
                    constraint=models.CheckConstraint(condition=models.Q(('weight__gte', 0), ('weight__lte', Decimal('100'))), name='baseline_weight_in_range'),
                ),
                migrations.AddConstraint(
                    model_name='baselinemonth',
                    constraint=models.CheckConstraint(condition=models.Q(('month__day__gte', 19), ('month__day__lte', 23)), name='baseline_month_is_first_day'),
                ),
                migrations.AddConstraint(
                    model_name='milestone',
                    constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('activity', 'position'), name='milestone_position_once'),
                ),
                migrations.AddConstraint(
                    model_name='milestone',
                    constraint=models.CheckConstraint(condition=models.Q(('weight__gte', 0), ('weight__lte', Decimal('100'))), name='milestone_weight_in_range'),
                ),
                migrations.AddConstraint(
                    model_name='milestone',
                    constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='milestone_has_name'),
                ),
                migrations.AddConstraint(
                    model_name='programme',
                    constraint=models.CheckConstraint(condition=models.Q(('group__in', ['FLAGSHIP_YEAR', 'OUTLOOK_3Y', 'ASSEMBLY_DUTY', 'RESISTANCE_ECONOMY'])), name='programme_group_known'),
                ),
                migrations.AddConstraint(
                    model_name='programme',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'ACTIVE', 'SUSPENDED', 'COMPLETED', 'STOPPED'])), name='programme_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='programme',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on'))), name='programme_ends_after_it_begins', violation_error_message='The end must be after the beginning.'),
                ),
                migrations.AddConstraint(
                    model_name='programme',
                    constraint=models.CheckConstraint(condition=models.Q(('year__gte', 1300), ('year__lte', 1500)), name='programme_year_is_solar', violation_error_message='The year must be a Solar Hijri year, for example 1405.'),
                ),
                migrations.AddConstraint(
                    model_name='programme',
                    constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='programme_has_name'),
                ),
                migrations.AddConstraint(
                    model_name='programme',
                    constraint=models.CheckConstraint(condition=models.Q(('previous', models.F('id')), _negated=True), name='programme_not_its_own_previous'),
                ),
                migrations.AddConstraint(
                    model_name='programme',
                    constraint=models.UniqueConstraint(fields=('previous',), name='programme_rolled_over_once'),
                ),
                migrations.AddConstraint(
                    model_name='issue',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['OPEN', 'SOLVED'])), name='issue_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='issue',
                    constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='issue_has_name'),
                ),
                migrations.AddConstraint(
                    model_name='issue',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('solved_on__isnull', False), ('status', 'SOLVED')), models.Q(('solved_on__isnull', True), ('status', 'OPEN')), _connector='OR'), name='issue_solved_has_day'),
                ),
                migrations.AddConstraint(
                    model_name='indicator',
                    constraint=models.UniqueConstraint(fields=('programme', 'code'), name='indicator_code_once'),
                ),
                migrations.AddConstraint(
                    model_name='indicator',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['SUM', 'LAST', 'AVERAGE', 'RATIO'])), name='indicator_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='indicator',
                    constraint=models.CheckConstraint(condition=models.Q(('better__in', ['UP', 'DOWN'])), name='indicator_better_known'),
                ),
                migrations.AddConstraint(
                    model_name='indicator',
                    constraint=models.CheckConstraint(condition=models.Q(('decimals__lte', 4)), name='indicator_decimals_0_to_4'),
                ),
                migrations.AddConstraint(
                    model_name='indicator',
                    constraint=models.CheckConstraint(condition=models.Q(('dimensions__contained_by', ['county', 'gender', 'trade'])), name='indicator_dimensions_known'),
                ),
                migrations.AddConstraint(
                    model_name='indicator',
                    constraint=models.CheckConstraint(condition=models.Q(('target_value__isnull', True), ('target_on__isnull', False), _connector='OR'), name='indicator_target_has_day'),
                ),
                migrations.AddConstraint(
                    model_name='indicator',
                    constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='indicator_has_name'),
                ),
                migrations.AddConstraint(
                    model_name='decision',
                    constraint=models.CheckConstraint(condition=models.Q(('body', ''), _negated=True), name='decision_has_body'),
                ),
                migrations.AddConstraint(
                    model_name='decision',
                    constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='decision_says_something'),
                ),
                migrations.AddConstraint(
                    model_name='budgetline',
                    constraint=models.UniqueConstraint(fields=('programme', 'year', 'name'), name='budget_line_name_once', violation_error_message='This year has a budget line of this name already.'),
                ),
                migrations.AddConstraint(
                    model_name='budgetline',
                    constraint=models.CheckConstraint(condition=models.Q(('source_of_funds__in', ['COMPANY', 'NATIONAL_BUDGET', 'PROVINCIAL_BUDGET', 'PARENT_ORGANISATION', 'BANK', 'PARTICIPANTS', 'OTHER'])), name='budget_line_source_known'),
                ),
                migrations.AddConstraint(
                    model_name='budgetline',
                    constraint=models.CheckConstraint(condition=models.Q(('year__gte', 1300), ('year__lte', 1500)), name='budget_line_year_is_solar', violation_error_message='The year must be a Solar Hijri year, for example 1405.'),
                ),
                migrations.AddConstraint(
                    model_name='budgetline',
                    constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='budget_line_has_name'),
                ),
                migrations.AddConstraint(
                    model_name='baseline',
                    constraint=models.UniqueConstraint(fields=('programme', 'version'), name='baseline_version_once'),
                ),
                migrations.AddConstraint(
                    model_name='baseline',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'DRAFT')), fields=('programme',), name='baseline_one_draft'),
                ),
                migrations.AddConstraint(
                    model_name='baseline',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'APPROVED'])), name='baseline_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='baseline',
                    constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='baseline_version_from_one'),
                ),
                migrations.AddConstraint(
                    model_name='baseline',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', False), ('approved_by__isnull', False), ('status', 'APPROVED')), models.Q(('approved_at__isnull', True), ('approved_by__isnull', True), ('status', 'DRAFT')), _connector='OR'), name='baseline_approved_whole'),
                ),
                migrations.AddConstraint(
                    model_name='baseline',
                    constraint=models.CheckConstraint(condition=models.Q(('approved_by__isnull', True), models.Q(('approved_by', models.F('made_by')), _negated=True), _connector='OR'), name='baseline_approved_by_another'),
                ),
                migrations.AddConstraint(
                    model_name='activity',
                    constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('programme', 'position'), name='activity_position_once'),
                ),
                migrations.AddConstraint(
                    model_name='activity',
                    constraint=models.CheckConstraint(condition=models.Q(('weight__gte', 0), ('weight__lte', Decimal('100'))), name='activity_weight_in_range'),
                ),
                migrations.AddConstraint(
                    model_name='activity',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='activity_ends_after_it_begins'),
                ),
                migrations.AddConstraint(
                    model_name='activity',
                    constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='activity_has_name'),
                ),
                migrations.AddConstraint(
                    model_name='programmedocument',
                    constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='programme_document_has_title'),
                ),
                migrations.AddConstraint(
                    model_name='programmeestate',
                    constraint=models.UniqueConstraint(fields=('programme', 'estate'), name='programme_estate_once'),
                ),
                migrations.AddConstraint(
                    model_name='programmefact',
                    constraint=models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='programme_fact_has_source'),
                ),
                migrations.AddConstraint(
                    model_name='programmefact',
                    constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='programme_fact_says_something'),
                ),
                migrations.AddConstraint(
                    model_name='programmefact',
                    constraint=models.CheckConstraint(condition=models.Q(('precision__in', ['DAY', 'MONTH', 'YEAR'])), name='programme_fact_precision_known'),
                ),
                migrations.AddConstraint(
                    model_name='programmephoto',
                    constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['BEFORE', 'DURING', 'AFTER'])), name='programme_photo_stage_known'),
                ),
                migrations.AddConstraint(
                    model_name='programmephoto',
                    constraint=models.CheckConstraint(condition=models.Q(('caption', ''), _negated=True), name='programme_photo_has_caption'),
                ),
                migrations.AddConstraint(
                    model_name='programmephoto',
                    constraint=models.UniqueConstraint(condition=models.Q(models.Q(('pair_key', ''), _negated=True), ('stage__in', ['BEFORE', 'AFTER'])), fields=('programme', 'pair_key', 'stage'), name='programme_photo_one_of_each_in_a_pair', violation_error_message='This pair has a photo of this stage already.'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED'])), name='reading_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('budget_line__isnull', True), ('indicator__isnull', True), ('milestone__isnull', False), ('series', 'PHYSICAL')), models.Q(('budget_line__isnull', False), ('indicator__isnull', True), ('milestone__isnull', True), ('series', 'FINANCIAL')), models.Q(('budget_line__isnull', True), ('indicator__isnull', False), ('milestone__isnull', True), ('series', 'INDICATOR')), _connector='OR'), name='reading_of_its_series'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('percent__isnull', False), ('series', 'PHYSICAL'), ('allocated__isnull', True), ('paid__isnull', True), ('value__isnull', True), ('denominator__isnull', True), ('numerator__isnull', True)), models.Q(('allocated__isnull', False), ('paid__isnull', False), ('series', 'FINANCIAL'), ('percent__isnull', True), ('value__isnull', True), ('denominator__isnull', True), ('numerator__isnull', True)), models.Q(('series', 'INDICATOR'), ('percent__isnull', True), ('allocated__isnull', True), ('paid__isnull', True), models.Q(models.Q(('value__isnull', False), ('denominator__isnull', True), ('numerator__isnull', True)), models.Q(('denominator__isnull', False), ('numerator__isnull', False), ('value__isnull', True)), _connector='OR')), _connector='OR'), name='reading_values_of_its_series'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(('percent__gte', 0), ('percent__lte', Decimal('100'))), name='reading_percent_in_range'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(('month__day__gte', 19), ('month__day__lte', 23)), name='reading_month_is_first_day'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(('status', 'DRAFT'), ('submitted_at__isnull', False), _connector='OR'), name='reading_submitted_has_time'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['RETURNED', 'APPROVED']), _negated=True), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False)), _connector='OR'), name='reading_reviewed_whole'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'RETURNED'), _negated=True), models.Q(('review_note', ''), _negated=True), _connector='OR'), name='reading_returned_says_why'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(('reviewed_by__isnull', True), models.Q(('reviewed_by', models.F('author')), _negated=True), _connector='OR'), name='reading_approved_by_another'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(('superseded', False), ('status', 'APPROVED'), _connector='OR'), name='reading_superseded_was_approved'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'APPROVED'), ('superseded', False), ('milestone__isnull', False)), fields=('milestone', 'month'), name='reading_one_of_milestone_and_month'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'APPROVED'), ('superseded', False), ('budget_line__isnull', False)), fields=('budget_line', 'month'), name='reading_one_of_line_and_month'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'APPROVED'), ('superseded', False), ('indicator__isnull', False)), fields=('indicator', 'month'), name='reading_one_of_indicator_and_month'),
                ),
                migrations.AddConstraint(
                    model_name='readingpart',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('county__isnull', False), ('gender', ''), ('trade__isnull', True)), models.Q(('county__isnull', True), ('trade__isnull', True), ('gender__in', ['F', 'M'])), models.Q(('county__isnull', True), ('gender', ''), ('trade__isnull', False)), _connector='OR'), name='reading_part_of_one_dimension'),
                ),
                migrations.AddConstraint(
                    model_name='readingpart',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('value__isnull', False), ('denominator__isnull', True), ('numerator__isnull', True)), models.Q(('denominator__isnull', False), ('numerator__isnull', False), ('value__isnull', True)), _connector='OR'), name='reading_part_has_value'),
                ),
                migrations.AddConstraint(
                    model_name='readingpart',
                    constraint=models.UniqueConstraint(condition=models.Q(('county__isnull', False)), fields=('reading', 'county'), name='reading_part_county_once'),
                ),
                migrations.AddConstraint(
                    model_name='readingpart',
                    constraint=models.UniqueConstraint(condition=models.Q(('gender', ''), _negated=True), fields=('reading', 'gender'), name='reading_part_gender_once'),
                ),
                migrations.AddConstraint(
                    model_name='readingpart',
                    constraint=models.UniqueConstraint(condition=models.Q(('trade__isnull', False)), fields=('reading', 'trade'), name='reading_part_trade_once'),
                ),
                migrations.AddConstraint(
                    model_name='risk',
                    constraint=models.CheckConstraint(condition=models.Q(('likelihood__gte', 1), ('likelihood__lte', 5)), name='risk_likelihood_1_to_5', violation_error_message='Likelihood and impact are numbers from 1 to 5.'),
                ),
                migrations.AddConstraint(
                    model_name='risk',
                    constraint=models.CheckConstraint(condition=models.Q(('impact__gte', 1), ('impact__lte', 5)), name='risk_impact_1_to_5', violation_error_message='Likelihood and impact are numbers from 1 to 5.'),
                ),
                migrations.AddConstraint(
                    model_name='risk',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['OPEN', 'OCCURRED', 'CLOSED'])), name='risk_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='risk',
                    constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='risk_has_name'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='baselinemonth',
                    trigger=pgtrigger.compiler.Trigger(name='approved_stays', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint;', func="FOREACH touched IN ARRAY array_remove(ARRAY[NEW.baseline_id, OLD.baseline_id], NULL) LOOP\nIF EXISTS (SELECT 1 FROM programs_baseline b WHERE b.id = touched AND b.status = 'APPROVED') THEN\nRAISE EXCEPTION 'an approved baseline is never changed' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; END LOOP;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='5b4343f2deea331886217aef2ac53d7d4c048466', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_approved_stays_da5c0', table='programs_baselinemonth', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='baselinemonth',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_baselinemonthevent" ("activity_id", "baseline_id", "id", "month", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_cost", "planned_percent", "weight") VALUES (NEW."activity_id", NEW."baseline_id", NEW."id", NEW."month", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_cost", NEW."planned_percent", NEW."weight"); RETURN NULL;', hash='73b5725a21b541db2e23eb43c34f822a56e9fc38', operation='INSERT', pgid='pgtrigger_insert_insert_c0db2', table='programs_baselinemonth', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='baselinemonth',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_baselinemonthevent" ("activity_id", "baseline_id", "id", "month", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_cost", "planned_percent", "weight") VALUES (NEW."activity_id", NEW."baseline_id", NEW."id", NEW."month", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_cost", NEW."planned_percent", NEW."weight"); RETURN NULL;', hash='6f06164eaf201e7f39dd54bb03b1b5540655d9e2', operation='UPDATE', pgid='pgtrigger_update_update_9bcba', table='programs_baselinemonth', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='baselinemonth',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_baselinemonthevent" ("activity_id", "baseline_id", "id", "month", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_cost", "planned_percent", "weight") VALUES (OLD."activity_id", OLD."baseline_id", OLD."id", OLD."month", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_cost", OLD."planned_percent", OLD."weight"); RETURN NULL;', hash='10614fcacc1d7abaaa5608c322fde3ca686c1cda', operation='DELETE', pgid='pgtrigger_delete_delete_2dcd4', table='programs_baselinemonth', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='baselinemonthevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='ffeb3177347b97e2dd651363e21a256dee5316d6', operation='INSERT', pgid='pgtrigger_chain_07291', table='programs_baselinemonthevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='milestone',
                    trigger=pgtrigger.compiler.Trigger(name='weights_make_a_hundred', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE touched bigint;', func="touched := COALESCE(NEW.activity_id, OLD.activity_id);\nIF EXISTS (SELECT 1 FROM programs_milestone m JOIN programs_activity a ON a.id = m.activity_id\nJOIN programs_programme p ON p.id = a.programme_id WHERE a.id = touched AND p.status <> 'DRAFT'\nGROUP BY a.id HAVING SUM(m.weight) <> 100) THEN\nRAISE EXCEPTION 'the milestones of an activity weigh 100' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NULL;", hash='e924b2876bbe990578dacb61b439e9e310811e92', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_weights_make_a_hundred_21e2c', table='programs_milestone', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='milestone',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_milestoneevent" ("activity_id", "due_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "weight") VALUES (NEW."activity_id", NEW."due_on", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."weight"); RETURN NULL;', hash='9c0ddfb706ea770093f101cccd3aee95be2ef27c', operation='INSERT', pgid='pgtrigger_insert_insert_97e5d', table='programs_milestone', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='milestone',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_milestoneevent" ("activity_id", "due_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "weight") VALUES (NEW."activity_id", NEW."due_on", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."weight"); RETURN NULL;', hash='8d50e89c9144d78a3b5d27f3af9a53ee832007da', operation='UPDATE', pgid='pgtrigger_update_update_5fa12', table='programs_milestone', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='milestone',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_milestoneevent" ("activity_id", "due_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "weight") VALUES (OLD."activity_id", OLD."due_on", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."weight"); RETURN NULL;', hash='c80d586c2699a6ff9314c1df291f649a5c3bf5d3', operation='DELETE', pgid='pgtrigger_delete_delete_00dc4', table='programs_milestone', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='milestoneevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='1573fa5ffb9e4a5580ede2f999e40ebc91c9455c', operation='INSERT', pgid='pgtrigger_chain_874fb', table='programs_milestoneevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programme',
                    trigger=pgtrigger.compiler.Trigger(name='weights_make_a_hundred', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE touched bigint;', func="touched := COALESCE(NEW.id, OLD.id);\nIF EXISTS (SELECT 1 FROM programs_programme p WHERE p.id = touched AND p.status <> 'DRAFT'\nAND (SELECT COALESCE(SUM(a.weight), 0) FROM programs_activity a WHERE a.programme_id = p.id) <> 100) THEN\nRAISE EXCEPTION 'the activities of a programme weigh 100' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NULL;", hash='19573a5d9c96a3bea5f74702f98e1fdd0e2fbc5e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_weights_make_a_hundred_2d2e7', table='programs_programme', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programme',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_programmeevent" ("created_at", "ends_on", "group", "id", "is_illustrative", "is_public", "name", "name_en", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "previous_id", "purpose", "slug", "source", "source_date", "starts_on", "status", "updated_at", "year") VALUES (NEW."created_at", NEW."ends_on", NEW."group", NEW."id", NEW."is_illustrative", NEW."is_public", NEW."name", NEW."name_en", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."previous_id", NEW."purpose", NEW."slug", NEW."source", NEW."source_date", NEW."starts_on", NEW."status", NEW."updated_at", NEW."year"); RETURN NULL;', hash='cc0b50faa43d9f5dca3e052ca0301cce0a301cb9', operation='INSERT', pgid='pgtrigger_insert_insert_6cb97', table='programs_programme', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programme',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_programmeevent" ("created_at", "ends_on", "group", "id", "is_illustrative", "is_public", "name", "name_en", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "previous_id", "purpose", "slug", "source", "source_date", "starts_on", "status", "updated_at", "year") VALUES (NEW."created_at", NEW."ends_on", NEW."group", NEW."id", NEW."is_illustrative", NEW."is_public", NEW."name", NEW."name_en", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."previous_id", NEW."purpose", NEW."slug", NEW."source", NEW."source_date", NEW."starts_on", NEW."status", NEW."updated_at", NEW."year"); RETURN NULL;', hash='41351970c4a343512132add59cda2f4a98fe20d7', operation='UPDATE', pgid='pgtrigger_update_update_58373', table='programs_programme', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programme',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_programmeevent" ("created_at", "ends_on", "group", "id", "is_illustrative", "is_public", "name", "name_en", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "previous_id", "purpose", "slug", "source", "source_date", "starts_on", "status", "updated_at", "year") VALUES (OLD."created_at", OLD."ends_on", OLD."group", OLD."id", OLD."is_illustrative", OLD."is_public", OLD."name", OLD."name_en", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."previous_id", OLD."purpose", OLD."slug", OLD."source", OLD."source_date", OLD."starts_on", OLD."status", OLD."updated_at", OLD."year"); RETURN NULL;', hash='fdd3405dd560f179b1289f2803e550f50d820862', operation='DELETE', pgid='pgtrigger_delete_delete_34d0f', table='programs_programme', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='issueevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='ffc266bf07c468ad950712112fa84322e9f58a3f', operation='INSERT', pgid='pgtrigger_chain_1d3ab', table='programs_issueevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='issue',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_issueevent" ("due_on", "id", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "raised_on", "response", "solved_on", "status") VALUES (NEW."due_on", NEW."id", NEW."name", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."raised_on", NEW."response", NEW."solved_on", NEW."status"); RETURN NULL;', hash='6095ccec9f5b424758ecf6b7e0bedd1586740d96', operation='INSERT', pgid='pgtrigger_insert_insert_a0dc2', table='programs_issue', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='issue',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_issueevent" ("due_on", "id", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "raised_on", "response", "solved_on", "status") VALUES (NEW."due_on", NEW."id", NEW."name", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."raised_on", NEW."response", NEW."solved_on", NEW."status"); RETURN NULL;', hash='5f6392e0a7ae945dc7cc84eb9d301e840c9bfb84', operation='UPDATE', pgid='pgtrigger_update_update_7088e', table='programs_issue', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='issue',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_issueevent" ("due_on", "id", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "raised_on", "response", "solved_on", "status") VALUES (OLD."due_on", OLD."id", OLD."name", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."raised_on", OLD."response", OLD."solved_on", OLD."status"); RETURN NULL;', hash='a071590db995ab191f1775f0362d974336ccfafa', operation='DELETE', pgid='pgtrigger_delete_delete_86185', table='programs_issue', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='indicatorevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='4c34335e9cd70c39cd4b02d8eb4e89e268e251b3', operation='INSERT', pgid='pgtrigger_chain_8e1c8', table='programs_indicatorevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='indicator',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_indicatorevent" ("activity_id", "better", "code", "decimals", "dimensions", "id", "kind", "metric", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "start_value", "target_on", "target_value", "unit") VALUES (NEW."activity_id", NEW."better", NEW."code", NEW."decimals", NEW."dimensions", NEW."id", NEW."kind", NEW."metric", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."start_value", NEW."target_on", NEW."target_value", NEW."unit"); RETURN NULL;', hash='854a6f1f6950e786693ed7c2500e6be550a02a73', operation='INSERT', pgid='pgtrigger_insert_insert_8a5cb', table='programs_indicator', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='indicator',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_indicatorevent" ("activity_id", "better", "code", "decimals", "dimensions", "id", "kind", "metric", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "start_value", "target_on", "target_value", "unit") VALUES (NEW."activity_id", NEW."better", NEW."code", NEW."decimals", NEW."dimensions", NEW."id", NEW."kind", NEW."metric", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."start_value", NEW."target_on", NEW."target_value", NEW."unit"); RETURN NULL;', hash='ab527f96902382653e0cdc036d1277647b511683', operation='UPDATE', pgid='pgtrigger_update_update_3bbb3', table='programs_indicator', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='indicator',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_indicatorevent" ("activity_id", "better", "code", "decimals", "dimensions", "id", "kind", "metric", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "start_value", "target_on", "target_value", "unit") VALUES (OLD."activity_id", OLD."better", OLD."code", OLD."decimals", OLD."dimensions", OLD."id", OLD."kind", OLD."metric", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."start_value", OLD."target_on", OLD."target_value", OLD."unit"); RETURN NULL;', hash='2c2d2c7f2dcc8d0a906f4610fdc636ec2f98a84f', operation='DELETE', pgid='pgtrigger_delete_delete_5b57c', table='programs_indicator', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='decisionevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='b79ed494044e50a9859c476d343531ec0d6e74ca', operation='INSERT', pgid='pgtrigger_chain_ec943', table='programs_decisionevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='decision',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_decisionevent" ("body", "decided_by", "follow_up", "id", "is_public", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "taken_on", "text") VALUES (NEW."body", NEW."decided_by", NEW."follow_up", NEW."id", NEW."is_public", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."taken_on", NEW."text"); RETURN NULL;', hash='635000fa91744c998df9d8578d20d0135649a6de', operation='INSERT', pgid='pgtrigger_insert_insert_025f7', table='programs_decision', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='decision',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_decisionevent" ("body", "decided_by", "follow_up", "id", "is_public", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "taken_on", "text") VALUES (NEW."body", NEW."decided_by", NEW."follow_up", NEW."id", NEW."is_public", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."taken_on", NEW."text"); RETURN NULL;', hash='2312a725a663f83f77571079351e5014cfacece6', operation='UPDATE', pgid='pgtrigger_update_update_49860', table='programs_decision', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='decision',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_decisionevent" ("body", "decided_by", "follow_up", "id", "is_public", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "taken_on", "text") VALUES (OLD."body", OLD."decided_by", OLD."follow_up", OLD."id", OLD."is_public", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."taken_on", OLD."text"); RETURN NULL;', hash='4d4194e77938bff89a44fb696bc0ff42883e8147', operation='DELETE', pgid='pgtrigger_delete_delete_5b5b5', table='programs_decision', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='budgetlineevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='23f0a46358102e0ff9ae23037bb9132fab52480a', operation='INSERT', pgid='pgtrigger_chain_82fb1', table='programs_budgetlineevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='budgetline',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_budgetlineevent" ("activity_id", "approved", "id", "is_public", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "source_of_funds", "year") VALUES (NEW."activity_id", NEW."approved", NEW."id", NEW."is_public", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."source_of_funds", NEW."year"); RETURN NULL;', hash='75832a58ecefe7fa74b7ad645393b8c8e90e95de', operation='INSERT', pgid='pgtrigger_insert_insert_d0abe', table='programs_budgetline', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='budgetline',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_budgetlineevent" ("activity_id", "approved", "id", "is_public", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "source_of_funds", "year") VALUES (NEW."activity_id", NEW."approved", NEW."id", NEW."is_public", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."source_of_funds", NEW."year"); RETURN NULL;', hash='7c64c07a58524a164d9e2d7f501cd38337c8f8d3', operation='UPDATE', pgid='pgtrigger_update_update_ee746', table='programs_budgetline', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='budgetline',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_budgetlineevent" ("activity_id", "approved", "id", "is_public", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "source_of_funds", "year") VALUES (OLD."activity_id", OLD."approved", OLD."id", OLD."is_public", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."source_of_funds", OLD."year"); RETURN NULL;', hash='ea724dd321dfaf24178db3c854e1025837615ff3', operation='DELETE', pgid='pgtrigger_delete_delete_2dbe8', table='programs_budgetline', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='baselineevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='01dec5bea70db62f781bcc879e336291c1feed14', operation='INSERT', pgid='pgtrigger_chain_e9d48', table='programs_baselineevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='baseline',
                    trigger=pgtrigger.compiler.Trigger(name='approved_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."status" = \'APPROVED\')', func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='da6ea0a9d916f773650167b6c23d6f913d995263', operation='UPDATE OR DELETE', pgid='pgtrigger_approved_stays_f4322', table='programs_baseline', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='baseline',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_baselineevent" ("approved_at", "approved_by_id", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "reason", "status", "version") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."reason", NEW."status", NEW."version"); RETURN NULL;', hash='b655f784caf9ad2a9bfc6a1031614ceff9277af5', operation='INSERT', pgid='pgtrigger_insert_insert_a1b84', table='programs_baseline', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='baseline',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_baselineevent" ("approved_at", "approved_by_id", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "reason", "status", "version") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."reason", NEW."status", NEW."version"); RETURN NULL;', hash='6ac02acca82d2cc80d1887f0b2a5a03828a1b510', operation='UPDATE', pgid='pgtrigger_update_update_22179', table='programs_baseline', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='baseline',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_baselineevent" ("approved_at", "approved_by_id", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "reason", "status", "version") VALUES (OLD."approved_at", OLD."approved_by_id", OLD."id", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."reason", OLD."status", OLD."version"); RETURN NULL;', hash='2e73b18cab45268eb82a8b59009b8099efcef7a1', operation='DELETE', pgid='pgtrigger_delete_delete_ceb74', table='programs_baseline', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='activityevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='f7d92cb871e803bf51393b5d17b2a7c2d257f09d', operation='INSERT', pgid='pgtrigger_chain_32efb', table='programs_activityevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='activity',
                    trigger=pgtrigger.compiler.Trigger(name='weights_make_a_hundred', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE touched bigint;', func="touched := COALESCE(NEW.programme_id, OLD.programme_id);\nIF EXISTS (SELECT 1 FROM programs_programme p WHERE p.id = touched AND p.status <> 'DRAFT'\nAND (SELECT COALESCE(SUM(a.weight), 0) FROM programs_activity a WHERE a.programme_id = p.id) <> 100) THEN\nRAISE EXCEPTION 'the activities of a programme weigh 100' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NULL;", hash='e3f0cd41bc722e52e4c7f6393b5a47bf2000c66f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_weights_make_a_hundred_3b272', table='programs_activity', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='activity',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_activityevent" ("ends_on", "id", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "programme_id", "starts_on", "weight") VALUES (NEW."ends_on", NEW."id", NEW."name", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."programme_id", NEW."starts_on", NEW."weight"); RETURN NULL;', hash='61201db7038293a05365c599caedb717c22faede', operation='INSERT', pgid='pgtrigger_insert_insert_395c0', table='programs_activity', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='activity',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_activityevent" ("ends_on", "id", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "programme_id", "starts_on", "weight") VALUES (NEW."ends_on", NEW."id", NEW."name", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."programme_id", NEW."starts_on", NEW."weight"); RETURN NULL;', hash='c81877626171de2d5ee6545366425f8073de6662', operation='UPDATE', pgid='pgtrigger_update_update_6796d', table='programs_activity', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='activity',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_activityevent" ("ends_on", "id", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "programme_id", "starts_on", "weight") VALUES (OLD."ends_on", OLD."id", OLD."name", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."programme_id", OLD."starts_on", OLD."weight"); RETURN NULL;', hash='82677a624bd2d85deab533c1d8d70a3408b9a53b', operation='DELETE', pgid='pgtrigger_delete_delete_05bde', table='programs_activity', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmedocument',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_programmedocumentevent" ("dated_on", "file_id", "id", "is_public", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "programme_id", "title") VALUES (NEW."dated_on", NEW."file_id", NEW."id", NEW."is_public", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."programme_id", NEW."title"); RETURN NULL;', hash='11c8a7796abf6d1e4b6f32bfa7998a0c596c384a', operation='INSERT', pgid='pgtrigger_insert_insert_5715e', table='programs_programmedocument', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmedocument',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_programmedocumentevent" ("dated_on", "file_id", "id", "is_public", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "programme_id", "title") VALUES (NEW."dated_on", NEW."file_id", NEW."id", NEW."is_public", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."programme_id", NEW."title"); RETURN NULL;', hash='e6cf52de4ed878446cd9f6540c8533ba54ea4979', operation='UPDATE', pgid='pgtrigger_update_update_5624e', table='programs_programmedocument', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmedocument',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_programmedocumentevent" ("dated_on", "file_id", "id", "is_public", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "programme_id", "title") VALUES (OLD."dated_on", OLD."file_id", OLD."id", OLD."is_public", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."programme_id", OLD."title"); RETURN NULL;', hash='b24709e2e9be3d755f45bdbe9a65aac110b5851d', operation='DELETE', pgid='pgtrigger_delete_delete_9d7e7', table='programs_programmedocument', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmedocumentevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='bfd4be2dce89603ca600b4648a7e6bc8e783d520', operation='INSERT', pgid='pgtrigger_chain_cc547', table='programs_programmedocumentevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmeestate',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_programmeestateevent" ("estate_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id") VALUES (NEW."estate_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id"); RETURN NULL;', hash='fb754b564841cd13201163d5107987da9a6ced12', operation='INSERT', pgid='pgtrigger_insert_insert_32d87', table='programs_programmeestate', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmeestate',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_programmeestateevent" ("estate_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id") VALUES (NEW."estate_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id"); RETURN NULL;', hash='8e7493f22cdbc3e2c295816fa71062ef31d1389a', operation='UPDATE', pgid='pgtrigger_update_update_c14ab', table='programs_programmeestate', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmeestate',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_programmeestateevent" ("estate_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id") VALUES (OLD."estate_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id"); RETURN NULL;', hash='898d74bc14d9fe158eadd2633565425f78740488', operation='DELETE', pgid='pgtrigger_delete_delete_62b9b', table='programs_programmeestate', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmeestateevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='5c5bd46758ab6320b0ab602d0b3eee5602dc6253', operation='INSERT', pgid='pgtrigger_chain_aeea6', table='programs_programmeestateevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmeevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='4e5f7a8ae48b7abdbd2294fe52ae3dd5d6f7d577', operation='INSERT', pgid='pgtrigger_chain_b5f90', table='programs_programmeevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmefact',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_programmefactevent" ("as_of", "id", "is_approximate", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "precision", "programme_id", "source", "text") VALUES (NEW."as_of", NEW."id", NEW."is_approximate", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."precision", NEW."programme_id", NEW."source", NEW."text"); RETURN NULL;', hash='bcfb6fa7d0f42d2e0d2078c96b596e64acfdb493', operation='INSERT', pgid='pgtrigger_insert_insert_31d4d', table='programs_programmefact', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmefact',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_programmefactevent" ("as_of", "id", "is_approximate", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "precision", "programme_id", "source", "text") VALUES (NEW."as_of", NEW."id", NEW."is_approximate", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."precision", NEW."programme_id", NEW."source", NEW."text"); RETURN NULL;', hash='c5682e3288fd179aa4733a96ff559e27835d99eb', operation='UPDATE', pgid='pgtrigger_update_update_827b7', table='programs_programmefact', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmefact',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_programmefactevent" ("as_of", "id", "is_approximate", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "precision", "programme_id", "source", "text") VALUES (OLD."as_of", OLD."id", OLD."is_approximate", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."precision", OLD."programme_id", OLD."source", OLD."text"); RETURN NULL;', hash='5cbb6f87e577c1dcc6520d0606e2289b8930d075', operation='DELETE', pgid='pgtrigger_delete_delete_86696', table='programs_programmefact', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmefactevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='5ec30e71490243c6052afa08310b9ee5f6e7f9a6', operation='INSERT', pgid='pgtrigger_chain_0bbe9', table='programs_programmefactevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmephoto',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_programmephotoevent" ("caption", "file_id", "id", "is_illustrative", "is_public", "pair_key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "programme_id", "stage", "taken_on") VALUES (NEW."caption", NEW."file_id", NEW."id", NEW."is_illustrative", NEW."is_public", NEW."pair_key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."programme_id", NEW."stage", NEW."taken_on"); RETURN NULL;', hash='055c2b410c7255fe6effc40453c54de1876e84df', operation='INSERT', pgid='pgtrigger_insert_insert_817d4', table='programs_programmephoto', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmephoto',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_programmephotoevent" ("caption", "file_id", "id", "is_illustrative", "is_public", "pair_key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "programme_id", "stage", "taken_on") VALUES (NEW."caption", NEW."file_id", NEW."id", NEW."is_illustrative", NEW."is_public", NEW."pair_key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."programme_id", NEW."stage", NEW."taken_on"); RETURN NULL;', hash='b8b2357dbf3828571619b57534068b7f38f4b36e', operation='UPDATE', pgid='pgtrigger_update_update_e6441', table='programs_programmephoto', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmephoto',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_programmephotoevent" ("caption", "file_id", "id", "is_illustrative", "is_public", "pair_key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "programme_id", "stage", "taken_on") VALUES (OLD."caption", OLD."file_id", OLD."id", OLD."is_illustrative", OLD."is_public", OLD."pair_key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."programme_id", OLD."stage", OLD."taken_on"); RETURN NULL;', hash='8e980375c2cbfa7fc03317c51edadc2cdfaf74d5', operation='DELETE', pgid='pgtrigger_delete_delete_a6864', table='programs_programmephoto', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmephotoevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='3dfd1fea61d9c82e5afbf200095a04decd1459ba', operation='INSERT', pgid='pgtrigger_chain_1c621', table='programs_programmephotoevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reading',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_readingevent" ("allocated", "author_id", "budget_line_id", "corrects_id", "created_at", "denominator", "id", "indicator_id", "milestone_id", "month", "note", "numerator", "paid", "percent", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "review_note", "reviewed_at", "reviewed_by_id", "series", "status", "submitted_at", "superseded", "value") VALUES (NEW."allocated", NEW."author_id", NEW."budget_line_id", NEW."corrects_id", NEW."created_at", NEW."denominator", NEW."id", NEW."indicator_id", NEW."milestone_id", NEW."month", NEW."note", NEW."numerator", NEW."paid", NEW."percent", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."review_note", NEW."reviewed_at", NEW."reviewed_by_id", NEW."series", NEW."status", NEW."submitted_at", NEW."superseded", NEW."value"); RETURN NULL;', hash='ae6bb6f1a7cc87b3536cd4804b35b77ffd9d481b', operation='INSERT', pgid='pgtrigger_insert_insert_5908c', table='programs_reading', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reading',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_readingevent" ("allocated", "author_id", "budget_line_id", "corrects_id", "created_at", "denominator", "id", "indicator_id", "milestone_id", "month", "note", "numerator", "paid", "percent", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "review_note", "reviewed_at", "reviewed_by_id", "series", "status", "submitted_at", "superseded", "value") VALUES (NEW."allocated", NEW."author_id", NEW."budget_line_id", NEW."corrects_id", NEW."created_at", NEW."denominator", NEW."id", NEW."indicator_id", NEW."milestone_id", NEW."month", NEW."note", NEW."numerator", NEW."paid", NEW."percent", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."review_note", NEW."reviewed_at", NEW."reviewed_by_id", NEW."series", NEW."status", NEW."submitted_at", NEW."superseded", NEW."value"); RETURN NULL;', hash='94bec6fed649a82716c1b6d2e543c6874683ac96', operation='UPDATE', pgid='pgtrigger_update_update_12e99', table='programs_reading', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reading',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_readingevent" ("allocated", "author_id", "budget_line_id", "corrects_id", "created_at", "denominator", "id", "indicator_id", "milestone_id", "month", "note", "numerator", "paid", "percent", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "review_note", "reviewed_at", "reviewed_by_id", "series", "status", "submitted_at", "superseded", "value") VALUES (OLD."allocated", OLD."author_id", OLD."budget_line_id", OLD."corrects_id", OLD."created_at", OLD."denominator", OLD."id", OLD."indicator_id", OLD."milestone_id", OLD."month", OLD."note", OLD."numerator", OLD."paid", OLD."percent", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."review_note", OLD."reviewed_at", OLD."reviewed_by_id", OLD."series", OLD."status", OLD."submitted_at", OLD."superseded", OLD."value"); RETURN NULL;', hash='f06ab73cdd6e67fd6804ee16eb2c7a9a2a817ece', operation='DELETE', pgid='pgtrigger_delete_delete_5c2a6', table='programs_reading', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='readingevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='b6edbef9a44b008f44f585a53fc0fbb2a280351d', operation='INSERT', pgid='pgtrigger_chain_77220', table='programs_readingevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='readingevidence',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_readingevidenceevent" ("caption", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading_id") VALUES (NEW."caption", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reading_id"); RETURN NULL;', hash='15822569ff721631c83c3595d8d5e4dd5c5e0128', operation='INSERT', pgid='pgtrigger_insert_insert_3841d', table='programs_readingevidence', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='readingevidence',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_readingevidenceevent" ("caption", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading_id") VALUES (NEW."caption", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reading_id"); RETURN NULL;', hash='3cbfc01fe096f5c50a1d9b593e5a0754aa6ab058', operation='UPDATE', pgid='pgtrigger_update_update_b142a', table='programs_readingevidence', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='readingevidence',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_readingevidenceevent" ("caption", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading_id") VALUES (OLD."caption", OLD."file_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reading_id"); RETURN NULL;', hash='0935c22eee0fc480a4ffe06a028a664322cf0b1d', operation='DELETE', pgid='pgtrigger_delete_delete_81534', table='programs_readingevidence', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='readingevidenceevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='8c9e4471b7b84b325e0caa65ee95626c805e301c', operation='INSERT', pgid='pgtrigger_chain_ec1e7', table='programs_readingevidenceevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='readingpart',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_readingpartevent" ("county_id", "denominator", "gender", "id", "numerator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading_id", "trade_id", "value") VALUES (NEW."county_id", NEW."denominator", NEW."gender", NEW."id", NEW."numerator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reading_id", NEW."trade_id", NEW."value"); RETURN NULL;', hash='cf4f11e951c520920f827df02f9eeaa52959933b', operation='INSERT', pgid='pgtrigger_insert_insert_7a3a9', table='programs_readingpart', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='readingpart',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_readingpartevent" ("county_id", "denominator", "gender", "id", "numerator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading_id", "trade_id", "value") VALUES (NEW."county_id", NEW."denominator", NEW."gender", NEW."id", NEW."numerator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reading_id", NEW."trade_id", NEW."value"); RETURN NULL;', hash='985fcd798eaad4a6fed8d8e1d94796a06d277513', operation='UPDATE', pgid='pgtrigger_update_update_d7b87', table='programs_readingpart', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='readingpart',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_readingpartevent" ("county_id", "denominator", "gender", "id", "numerator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading_id", "trade_id", "value") VALUES (OLD."county_id", OLD."denominator", OLD."gender", OLD."id", OLD."numerator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reading_id", OLD."trade_id", OLD."value"); RETURN NULL;', hash='b5b1194807803f373fc4a034c6a95fe9a0043439', operation='DELETE', pgid='pgtrigger_delete_delete_dc9f4', table='programs_readingpart', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='readingpartevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='5b5b9d2b2f63931fc0db2a816a36ee2f168349c4', operation='INSERT', pgid='pgtrigger_chain_18eac', table='programs_readingpartevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='risk',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_riskevent" ("due_on", "id", "impact", "likelihood", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "response", "status") VALUES (NEW."due_on", NEW."id", NEW."impact", NEW."likelihood", NEW."name", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."response", NEW."status"); RETURN NULL;', hash='cf6baef0edc9b3090380d23e2f765367802082cc', operation='INSERT', pgid='pgtrigger_insert_insert_85d30', table='programs_risk', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='risk',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programs_riskevent" ("due_on", "id", "impact", "likelihood", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "response", "status") VALUES (NEW."due_on", NEW."id", NEW."impact", NEW."likelihood", NEW."name", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."response", NEW."status"); RETURN NULL;', hash='815927c31d1d4abc8ec5e9dee373babf212df15e', operation='UPDATE', pgid='pgtrigger_update_update_70bea', table='programs_risk', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='risk',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programs_riskevent" ("due_on", "id", "impact", "likelihood", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "response", "status") VALUES (OLD."due_on", OLD."id", OLD."impact", OLD."likelihood", OLD."name", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."response", OLD."status"); RETURN NULL;', hash='80fcc8409c37ae37eb88b0377fd5f6e11dc24d6f', operation='DELETE', pgid='pgtrigger_delete_delete_280e1', table='programs_risk', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='riskevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='1da6742d87c82dc552451c2fea100488e3466542', operation='INSERT', pgid='pgtrigger_chain_c2133', table='programs_riskevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
