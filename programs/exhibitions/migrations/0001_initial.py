import core.fields.models
import core.operations
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0003_identity_of_the_national_sign_on'),
        ('clusters', '0002_programmes'),
        ('files', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='Booth',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=24, validators=[django.core.validators.RegexValidator('^[A-Z0-9-]{2,24}$', 'The code must be 2 to 24 of A–Z, 0–9 and hyphen.')], verbose_name='code')),
                        ('area_m2', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='area (m²)')),
                        ('kind', models.CharField(choices=[('SHELL', 'booth with walls'), ('CORNER', 'corner booth'), ('ISLAND', 'booth open on all sides'), ('RAW', 'bare space')], default='SHELL', max_length=8, verbose_name='kind')),
                        ('price', core.fields.models.RialField(default=0, verbose_name='price')),
                        ('row', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(30)], verbose_name='row in the hall')),
                        ('column', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(30)], verbose_name='place in the row')),
                    ],
                    options={
                        'verbose_name': 'booth',
                        'verbose_name_plural': 'booths',
                        'ordering': ['exhibition', 'row', 'column', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Criterion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                        ('code', models.CharField(max_length=31, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9-]{1,30}$')], verbose_name='code')),
                        ('name', core.fields.models.PersianCharField(max_length=120, verbose_name='name')),
                        ('weight', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='weight (%)')),
                        ('max_points', models.PositiveSmallIntegerField(default=100, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='most points')),
                    ],
                    options={
                        'verbose_name': 'criterion of an exhibition',
                        'verbose_name_plural': 'criteria of exhibitions',
                        'ordering': ['exhibition', 'position', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='BoothChoice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('position', models.PositiveSmallIntegerField(verbose_name='place in the list')),
                        ('booth', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='choices', to='exhibitions.booth', verbose_name='booth')),
                    ],
                    options={
                        'verbose_name': 'booth of a request',
                        'verbose_name_plural': 'booths of requests',
                        'ordering': ['request', 'position'],
                    },
                ),
                migrations.CreateModel(
                    name='BoothDraw',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('form', models.CharField(choices=[('HEX', 'hexadecimal digits'), ('TEXT', 'a number in decimal digits')], max_length=4, verbose_name='form of the value')),
                        ('value_text', models.CharField(max_length=4200, verbose_name='value as published')),
                        ('value_hex', models.CharField(max_length=8192, verbose_name='value in hex')),
                        ('seed', models.CharField(max_length=64, verbose_name='seed')),
                        ('entered_at', models.DateTimeField(verbose_name='entered at')),
                        ('confirmed_at', models.DateTimeField(null=True, verbose_name='confirmed at')),
                        ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by')),
                        ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                    ],
                    options={
                        'verbose_name': 'draw for booths',
                        'verbose_name_plural': 'draws for booths',
                    },
                ),
                migrations.CreateModel(
                    name='BoothRequest',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(editable=False, max_length=20, unique=True, verbose_name='code of the receipt')),
                        ('opaque_id', models.CharField(editable=False, max_length=26, unique=True, verbose_name='code in public lists')),
                        ('status', models.CharField(choices=[('SUBMITTED', 'handed in'), ('AWARDED', 'got a booth'), ('NOT_AWARDED', 'got no booth'), ('WITHDRAWN', 'taken back')], default='SUBMITTED', editable=False, max_length=12, verbose_name='status')),
                        ('products', core.fields.models.PersianTextField(max_length=600, verbose_name='what will be shown')),
                        ('participations', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='exhibitions of the last five years')),
                        ('readiness', models.CharField(choices=[('EXPORTS', 'exports already'), ('READY', 'ready to export'), ('NOT_YET', 'not yet')], default='NOT_YET', max_length=8, verbose_name='export')),
                        ('submitted_at', models.DateTimeField(verbose_name='handed in')),
                        ('changed_at', models.DateTimeField(verbose_name='changed')),
                        ('withdrawn_at', models.DateTimeField(editable=False, null=True, verbose_name='taken back')),
                        ('applicant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='booth_requests', to='accounts.applicant', verbose_name='firm')),
                        ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handed in by')),
                        ('member', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='booth_requests', to='clusters.clustermember', verbose_name='member of a cluster')),
                    ],
                    options={
                        'verbose_name': 'request for a booth',
                        'verbose_name_plural': 'requests for booths',
                        'ordering': ['exhibition', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='BoothChoiceEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('position', models.PositiveSmallIntegerField(verbose_name='place in the list')),
                        ('booth', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.booth', verbose_name='booth')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.boothchoice')),
                        ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.boothrequest', verbose_name='request')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='BoothAward',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('status', models.CharField(choices=[('LIVE', 'in force'), ('RELEASED', 'given back')], default='LIVE', editable=False, max_length=10, verbose_name='status')),
                        ('from_waiting_list', models.BooleanField(default=False, verbose_name='from the waiting list')),
                        ('awarded_at', models.DateTimeField(verbose_name='given at')),
                        ('ended_at', models.DateTimeField(null=True, verbose_name='ended at')),
                        ('awarded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='given by')),
                        ('booth', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='exhibitions.booth', verbose_name='booth')),
                        ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='exhibitions.boothrequest', verbose_name='request')),
                    ],
                    options={
                        'verbose_name': 'booth of a firm',
                        'verbose_name_plural': 'booths of firms',
                        'ordering': ['-id'],
                    },
                ),
                migrations.CreateModel(
                    name='BoothRun',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveSmallIntegerField(verbose_name='number')),
                        ('status', models.CharField(choices=[('PROPOSED', 'proposed'), ('APPROVED', 'approved'), ('REFUSED', 'refused')], default='PROPOSED', editable=False, max_length=12, verbose_name='status')),
                        ('proposed_at', models.DateTimeField(verbose_name='proposed at')),
                        ('decided_at', models.DateTimeField(null=True, verbose_name='decided at')),
                        ('reason', core.fields.models.PersianTextField(blank=True, max_length=4000, verbose_name='reason')),
                        ('manifest_sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the manifest')),
                        ('record', models.BinaryField(verbose_name='bytes of the ZIP')),
                        ('record_sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the ZIP')),
                        ('verifier', models.TextField(verbose_name='text of the verifier')),
                        ('verifier_sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the verifier')),
                        ('verdict', models.TextField(verbose_name='what the verifier printed')),
                        ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                        ('draw', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='exhibitions.boothdraw', verbose_name='draw')),
                        ('previous', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='next', to='exhibitions.boothrun', verbose_name='run before')),
                        ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by')),
                    ],
                    options={
                        'verbose_name': 'allocation of booths',
                        'verbose_name_plural': 'allocations of booths',
                        'ordering': ['exhibition', '-number'],
                    },
                ),
                migrations.CreateModel(
                    name='BoothAwardEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('status', models.CharField(choices=[('LIVE', 'in force'), ('RELEASED', 'given back')], default='LIVE', editable=False, max_length=10, verbose_name='status')),
                        ('from_waiting_list', models.BooleanField(default=False, verbose_name='from the waiting list')),
                        ('awarded_at', models.DateTimeField(verbose_name='given at')),
                        ('ended_at', models.DateTimeField(null=True, verbose_name='ended at')),
                        ('awarded_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='given by')),
                        ('booth', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.booth', verbose_name='booth')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.boothaward')),
                        ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.boothrequest', verbose_name='request')),
                        ('run', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.boothrun', verbose_name='allocation')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Exhibition',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('slug', models.SlugField(max_length=60, unique=True, verbose_name='address')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('summary', core.fields.models.PersianTextField(blank=True, max_length=4000, verbose_name='about')),
                        ('kind', models.CharField(choices=[('DOMESTIC', 'in Iran'), ('ABROAD', 'abroad')], default='DOMESTIC', max_length=10, verbose_name='kind')),
                        ('country', models.CharField(default='IR', help_text='Two letters, such as IR or IQ.', max_length=2, verbose_name='country')),
                        ('city', core.fields.models.PersianCharField(max_length=80, verbose_name='city')),
                        ('place', core.fields.models.PersianCharField(max_length=160, verbose_name='place')),
                        ('organiser', core.fields.models.PersianCharField(max_length=160, verbose_name='organiser')),
                        ('starts_on', models.DateField(verbose_name='first day')),
                        ('ends_on', models.DateField(verbose_name='last day')),
                        ('registration_opens_at', models.DateTimeField(verbose_name='requests from')),
                        ('registration_closes_at', models.DateTimeField(verbose_name='requests until')),
                        ('mode', models.CharField(choices=[('LOTTERY', 'by lot'), ('SCORED', 'by points')], default='LOTTERY', max_length=8, verbose_name='booths are given')),
                        ('randomness_source', core.fields.models.PersianCharField(max_length=300, verbose_name='source of the random value')),
                        ('randomness_event', core.fields.models.PersianCharField(max_length=300, verbose_name='announced event')),
                        ('draw_at', models.DateTimeField(verbose_name='time of the draw')),
                        ('budget', core.fields.models.RialField(default=0, verbose_name='budget')),
                        ('status', models.CharField(choices=[('DRAFT', 'draft'), ('PUBLISHED', 'announced'), ('REGISTRATION', 'taking requests'), ('CLOSED', 'requests are closed'), ('FROZEN', 'list frozen'), ('DRAWN', 'drawn'), ('ALLOCATED', 'result proposed'), ('APPROVED', 'booths given'), ('HELD', 'held'), ('REPORTED', 'reported'), ('CANCELLED', 'cancelled')], db_index=True, default='DRAFT', editable=False, max_length=12, verbose_name='status')),
                        ('announced_at', models.DateTimeField(editable=False, null=True, verbose_name='announced')),
                        ('cancelled_reason', core.fields.models.PersianTextField(blank=True, editable=False, max_length=4000, verbose_name='why it was cancelled')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative data')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='entered')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='changed')),
                        ('made_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                    ],
                    options={
                        'verbose_name': 'exhibition',
                        'verbose_name_plural': 'exhibitions',
                        'ordering': ['-starts_on', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='CriterionEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                        ('code', models.CharField(max_length=31, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9-]{1,30}$')], verbose_name='code')),
                        ('name', core.fields.models.PersianCharField(max_length=120, verbose_name='name')),
                        ('weight', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='weight (%)')),
                        ('max_points', models.PositiveSmallIntegerField(default=100, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='most points')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.criterion')),
                        ('exhibition', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.exhibition', verbose_name='exhibition')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='BoothRunEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('number', models.PositiveSmallIntegerField(verbose_name='number')),
                        ('status', models.CharField(choices=[('PROPOSED', 'proposed'), ('APPROVED', 'approved'), ('REFUSED', 'refused')], default='PROPOSED', editable=False, max_length=12, verbose_name='status')),
                        ('proposed_at', models.DateTimeField(verbose_name='proposed at')),
                        ('decided_at', models.DateTimeField(null=True, verbose_name='decided at')),
                        ('reason', core.fields.models.PersianTextField(blank=True, max_length=4000, verbose_name='reason')),
                        ('manifest_sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the manifest')),
                        ('record_sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the ZIP')),
                        ('verifier_sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the verifier')),
                        ('verdict', models.TextField(verbose_name='what the verifier printed')),
                        ('decided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                        ('draw', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.boothdraw', verbose_name='draw')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.boothrun')),
                        ('previous', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.boothrun', verbose_name='run before')),
                        ('proposed_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by')),
                        ('exhibition', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.exhibition', verbose_name='exhibition')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='BoothRequestEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('code', models.CharField(editable=False, max_length=20, verbose_name='code of the receipt')),
                        ('opaque_id', models.CharField(editable=False, max_length=26, verbose_name='code in public lists')),
                        ('status', models.CharField(choices=[('SUBMITTED', 'handed in'), ('AWARDED', 'got a booth'), ('NOT_AWARDED', 'got no booth'), ('WITHDRAWN', 'taken back')], default='SUBMITTED', editable=False, max_length=12, verbose_name='status')),
                        ('products', core.fields.models.PersianTextField(max_length=600, verbose_name='what will be shown')),
                        ('participations', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='exhibitions of the last five years')),
                        ('readiness', models.CharField(choices=[('EXPORTS', 'exports already'), ('READY', 'ready to export'), ('NOT_YET', 'not yet')], default='NOT_YET', max_length=8, verbose_name='export')),
                        ('submitted_at', models.DateTimeField(verbose_name='handed in')),
                        ('changed_at', models.DateTimeField(verbose_name='changed')),
                        ('withdrawn_at', models.DateTimeField(editable=False, null=True, verbose_name='taken back')),
                        ('applicant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.applicant', verbose_name='firm')),
                        ('made_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handed in by')),
                        ('member', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clusters.clustermember', verbose_name='member of a cluster')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.boothrequest')),
                        ('exhibition', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.exhibition', verbose_name='exhibition')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='BoothEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('code', models.CharField(max_length=24, validators=[django.core.validators.RegexValidator('^[A-Z0-9-]{2,24}$', 'The code must be 2 to 24 of A–Z, 0–9 and hyphen.')], verbose_name='code')),
                        ('area_m2', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='area (m²)')),
                        ('kind', models.CharField(choices=[('SHELL', 'booth with walls'), ('CORNER', 'corner booth'), ('ISLAND', 'booth open on all sides'), ('RAW', 'bare space')], default='SHELL', max_length=8, verbose_name='kind')),
                        ('price', core.fields.models.RialField(default=0, verbose_name='price')),
                        ('row', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(30)], verbose_name='row in the hall')),
                        ('column', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(30)], verbose_name='place in the row')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.booth')),
                        ('exhibition', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.exhibition', verbose_name='exhibition')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ExhibitionCluster',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('cluster', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.cluster', verbose_name='cluster')),
                        ('exhibition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exhibition_clusters', to='exhibitions.exhibition', verbose_name='exhibition')),
                    ],
                    options={
                        'verbose_name': 'cluster of an exhibition',
                        'verbose_name_plural': 'clusters of exhibitions',
                    },
                ),
                migrations.CreateModel(
                    name='ExhibitionClusterEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('cluster', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clusters.cluster', verbose_name='cluster')),
                        ('exhibition', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.exhibition', verbose_name='exhibition')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.exhibitioncluster')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ExhibitionEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('slug', models.SlugField(db_index=False, max_length=60, verbose_name='address')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('summary', core.fields.models.PersianTextField(blank=True, max_length=4000, verbose_name='about')),
                        ('kind', models.CharField(choices=[('DOMESTIC', 'in Iran'), ('ABROAD', 'abroad')], default='DOMESTIC', max_length=10, verbose_name='kind')),
                        ('country', models.CharField(default='IR', help_text='Two letters, such as IR or IQ.', max_length=2, verbose_name='country')),
                        ('city', core.fields.models.PersianCharField(max_length=80, verbose_name='city')),
                        ('place', core.fields.models.PersianCharField(max_length=160, verbose_name='place')),
                        ('organiser', core.fields.models.PersianCharField(max_length=160, verbose_name='organiser')),
                        ('starts_on', models.DateField(verbose_name='first day')),
                        ('ends_on', models.DateField(verbose_name='last day')),
                        ('registration_opens_at', models.DateTimeField(verbose_name='requests from')),
                        ('registration_closes_at', models.DateTimeField(verbose_name='requests until')),
                        ('mode', models.CharField(choices=[('LOTTERY', 'by lot'), ('SCORED', 'by points')], default='LOTTERY', max_length=8, verbose_name='booths are given')),
                        ('randomness_source', core.fields.models.PersianCharField(max_length=300, verbose_name='source of the random value')),
                        ('randomness_event', core.fields.models.PersianCharField(max_length=300, verbose_name='announced event')),
                        ('draw_at', models.DateTimeField(verbose_name='time of the draw')),
                        ('budget', core.fields.models.RialField(default=0, verbose_name='budget')),
                        ('status', models.CharField(choices=[('DRAFT', 'draft'), ('PUBLISHED', 'announced'), ('REGISTRATION', 'taking requests'), ('CLOSED', 'requests are closed'), ('FROZEN', 'list frozen'), ('DRAWN', 'drawn'), ('ALLOCATED', 'result proposed'), ('APPROVED', 'booths given'), ('HELD', 'held'), ('REPORTED', 'reported'), ('CANCELLED', 'cancelled')], default='DRAFT', editable=False, max_length=12, verbose_name='status')),
                        ('announced_at', models.DateTimeField(editable=False, null=True, verbose_name='announced')),
                        ('cancelled_reason', core.fields.models.PersianTextField(blank=True, editable=False, max_length=4000, verbose_name='why it was cancelled')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative data')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='entered')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='changed')),
                        ('made_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.exhibition')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ExhibitionResult',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('contacts', models.PositiveIntegerField(default=0, verbose_name='business contacts')),
                        ('contracts', models.PositiveIntegerField(default=0, verbose_name='contracts')),
                        ('sales', core.fields.models.RialField(default=0, verbose_name='sales')),
                        ('export_leads', models.PositiveIntegerField(default=0, verbose_name='export leads')),
                        ('satisfaction', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='satisfaction (1 to 5)')),
                        ('entered_at', models.DateTimeField(verbose_name='entered at')),
                        ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                        ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='result', to='exhibitions.boothrequest', verbose_name='firm')),
                    ],
                    options={
                        'verbose_name': 'result of a firm',
                        'verbose_name_plural': 'results of firms',
                        'ordering': ['request', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ExhibitionResultEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('contacts', models.PositiveIntegerField(default=0, verbose_name='business contacts')),
                        ('contracts', models.PositiveIntegerField(default=0, verbose_name='contracts')),
                        ('sales', core.fields.models.RialField(default=0, verbose_name='sales')),
                        ('export_leads', models.PositiveIntegerField(default=0, verbose_name='export leads')),
                        ('satisfaction', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='satisfaction (1 to 5)')),
                        ('entered_at', models.DateTimeField(verbose_name='entered at')),
                        ('entered_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.exhibitionresult')),
                        ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.boothrequest', verbose_name='firm')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='FrozenRequests',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rules', models.TextField(verbose_name='rules')),
                        ('booths', models.TextField(verbose_name='booths')),
                        ('lines', models.TextField(verbose_name='frozen list')),
                        ('frozen_sha256', models.CharField(max_length=64, verbose_name='hash H over all three')),
                        ('count', models.PositiveIntegerField(verbose_name='requests')),
                        ('frozen_at', models.DateTimeField(verbose_name='frozen at')),
                        ('draw_at', models.DateTimeField(verbose_name='time of the draw')),
                        ('exhibition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='frozen', to='exhibitions.exhibition', verbose_name='exhibition')),
                        ('frozen_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='frozen by')),
                    ],
                    options={
                        'verbose_name': 'frozen list of requests',
                        'verbose_name_plural': 'frozen lists of requests',
                    },
                ),
                migrations.CreateModel(
                    name='BoothDrawEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('form', models.CharField(choices=[('HEX', 'hexadecimal digits'), ('TEXT', 'a number in decimal digits')], max_length=4, verbose_name='form of the value')),
                        ('value_text', models.CharField(max_length=4200, verbose_name='value as published')),
                        ('value_hex', models.CharField(max_length=8192, verbose_name='value in hex')),
                        ('seed', models.CharField(max_length=64, verbose_name='seed')),
                        ('entered_at', models.DateTimeField(verbose_name='entered at')),
                        ('confirmed_at', models.DateTimeField(null=True, verbose_name='confirmed at')),
                        ('confirmed_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by')),
                        ('entered_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.boothdraw')),
                        ('frozen', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.frozenrequests', verbose_name='frozen list')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='FrozenRequestsEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('frozen_sha256', models.CharField(max_length=64, verbose_name='hash H over all three')),
                        ('count', models.PositiveIntegerField(verbose_name='requests')),
                        ('frozen_at', models.DateTimeField(verbose_name='frozen at')),
                        ('draw_at', models.DateTimeField(verbose_name='time of the draw')),
                        ('exhibition', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.exhibition', verbose_name='exhibition')),
                        ('frozen_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='frozen by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.frozenrequests')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='RequestPoints',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('points', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(100)], verbose_name='points')),
                        ('entered_at', models.DateTimeField(verbose_name='entered at')),
                        ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exhibitions.criterion', verbose_name='criterion')),
                        ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                        ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='points', to='exhibitions.boothrequest', verbose_name='request')),
                    ],
                    options={
                        'verbose_name': 'points of a request',
                        'verbose_name_plural': 'points of requests',
                    },
                ),
                migrations.CreateModel(
                    name='RequestPointsEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('points', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(100)], verbose_name='points')),
                        ('entered_at', models.DateTimeField(verbose_name='entered at')),
                        ('criterion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.criterion', verbose_name='criterion')),
                        ('entered_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.requestpoints')),
                        ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.boothrequest', verbose_name='request')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='TripCost',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('BOOTH', 'rent and building of booths'), ('TRAVEL', 'travel'), ('LODGING', 'lodging'), ('FREIGHT', 'freight and customs'), ('ADVERTISING', 'catalogue and advertising'), ('INTERPRETER', 'interpreter'), ('OTHER', 'other')], max_length=12, verbose_name='kind')),
                        ('amount', core.fields.models.RialField(verbose_name='amount')),
                        ('paid_by', models.CharField(choices=[('FIRM', 'the firm'), ('COMPANY', 'the estates company'), ('SUPPORT', 'public support')], max_length=8, verbose_name='paid by')),
                        ('note', core.fields.models.PersianCharField(blank=True, max_length=200, verbose_name='note')),
                        ('entered_at', models.DateTimeField(verbose_name='entered at')),
                        ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                        ('exhibition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='costs', to='exhibitions.exhibition', verbose_name='exhibition')),
                        ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='paper')),
                        ('request', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='costs', to='exhibitions.boothrequest', verbose_name='firm')),
                    ],
                    options={
                        'verbose_name': 'cost of a trip',
                        'verbose_name_plural': 'costs of trips',
                        'ordering': ['exhibition', 'kind', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='TripCostEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(choices=[('BOOTH', 'rent and building of booths'), ('TRAVEL', 'travel'), ('LODGING', 'lodging'), ('FREIGHT', 'freight and customs'), ('ADVERTISING', 'catalogue and advertising'), ('INTERPRETER', 'interpreter'), ('OTHER', 'other')], max_length=12, verbose_name='kind')),
                        ('amount', core.fields.models.RialField(verbose_name='amount')),
                        ('paid_by', models.CharField(choices=[('FIRM', 'the firm'), ('COMPANY', 'the estates company'), ('SUPPORT', 'public support')], max_length=8, verbose_name='paid by')),
                        ('note', core.fields.models.PersianCharField(blank=True, max_length=200, verbose_name='note')),
                        ('entered_at', models.DateTimeField(verbose_name='entered at')),
                        ('entered_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                        ('exhibition', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.exhibition', verbose_name='exhibition')),
                        ('paper', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='paper')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exhibitions.tripcost')),
                        ('request', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='exhibitions.boothrequest', verbose_name='firm')),
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
                    model_name='boothchoice',
                    name='request',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='choices', to='exhibitions.boothrequest', verbose_name='request'),
                ),
                migrations.AddField(
                    model_name='boothaward',
                    name='run',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='exhibitions.boothrun', verbose_name='allocation'),
                ),
                migrations.AddField(
                    model_name='criterion',
                    name='exhibition',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='criteria', to='exhibitions.exhibition', verbose_name='exhibition'),
                ),
                migrations.AddField(
                    model_name='boothrun',
                    name='exhibition',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='exhibitions.exhibition', verbose_name='exhibition'),
                ),
                migrations.AddField(
                    model_name='boothrequest',
                    name='exhibition',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='exhibitions.exhibition', verbose_name='exhibition'),
                ),
                migrations.AddField(
                    model_name='booth',
                    name='exhibition',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='booths', to='exhibitions.exhibition', verbose_name='exhibition'),
                ),
                migrations.AddField(
                    model_name='exhibition',
                    name='clusters',
                    field=models.ManyToManyField(related_name='exhibitions', through='exhibitions.ExhibitionCluster', to='clusters.cluster', verbose_name='clusters'),
                ),
                migrations.AddField(
                    model_name='boothdraw',
                    name='frozen',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='draw', to='exhibitions.frozenrequests', verbose_name='frozen list'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddConstraint(
                    model_name='boothchoice',
                    constraint=models.UniqueConstraint(fields=('request', 'booth'), name='booth_choice_once'),
                ),
                migrations.AddConstraint(
                    model_name='boothchoice',
                    constraint=models.UniqueConstraint(fields=('request', 'position'), name='booth_choice_rank_once'),
                ),
                migrations.AddConstraint(
                    model_name='boothchoice',
                    constraint=models.CheckConstraint(condition=models.Q(('position__gte', 1)), name='booth_choice_from_1'),
                ),
                migrations.AddConstraint(
                    model_name='boothaward',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'LIVE')), fields=('booth',), name='booth_award_one_live_per_booth'),
                ),
                migrations.AddConstraint(
                    model_name='boothaward',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'LIVE')), fields=('request',), name='booth_award_one_live_per_request'),
                ),
                migrations.AddConstraint(
                    model_name='boothaward',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('status', 'LIVE')), models.Q(('ended_at__isnull', False), ('status', 'RELEASED')), _connector='OR'), name='booth_award_end_has_time'),
                ),
                migrations.AddConstraint(
                    model_name='criterion',
                    constraint=models.UniqueConstraint(fields=('exhibition', 'code'), name='booth_criterion_once'),
                ),
                migrations.AddConstraint(
                    model_name='criterion',
                    constraint=models.UniqueConstraint(fields=('exhibition', 'position'), name='booth_criterion_place_once'),
                ),
                migrations.AddConstraint(
                    model_name='criterion',
                    constraint=models.CheckConstraint(condition=models.Q(('code__regex', '^[a-z][a-z0-9-]{1,30}$')), name='booth_criterion_code_form'),
                ),
                migrations.AddConstraint(
                    model_name='criterion',
                    constraint=models.CheckConstraint(condition=models.Q(('weight__gte', 1), ('weight__lte', 100)), name='booth_criterion_weight'),
                ),
                migrations.AddConstraint(
                    model_name='criterion',
                    constraint=models.CheckConstraint(condition=models.Q(('max_points__gte', 1), ('max_points__lte', 100)), name='booth_criterion_max'),
                ),
                migrations.AddConstraint(
                    model_name='boothrun',
                    constraint=models.UniqueConstraint(fields=('exhibition', 'number'), name='booth_run_number_once'),
                ),
                migrations.AddConstraint(
                    model_name='boothrun',
                    constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['PROPOSED', 'APPROVED'])), fields=('exhibition',), name='booth_run_one_undecided_or_approved'),
                ),
                migrations.AddConstraint(
                    model_name='boothrun',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['PROPOSED', 'APPROVED', 'REFUSED'])), name='booth_run_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='boothrun',
                    constraint=models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), models.Q(('decided_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='booth_run_not_self_approved'),
                ),
                migrations.AddConstraint(
                    model_name='boothrun',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True), ('status', 'PROPOSED')), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('status', 'APPROVED')), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('status', 'REFUSED'), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='booth_run_decision_of_state'),
                ),
                migrations.AddConstraint(
                    model_name='boothrun',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('number', 1), ('previous__isnull', True)), models.Q(('number__gt', 1), ('previous__isnull', False)), _connector='OR'), name='booth_run_follows_previous'),
                ),
                migrations.AddConstraint(
                    model_name='boothrequest',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['SUBMITTED', 'AWARDED', 'NOT_AWARDED', 'WITHDRAWN'])), name='booth_request_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='boothrequest',
                    constraint=models.CheckConstraint(condition=models.Q(('readiness__in', ['EXPORTS', 'READY', 'NOT_YET'])), name='booth_request_readiness_known'),
                ),
                migrations.AddConstraint(
                    model_name='boothrequest',
                    constraint=models.UniqueConstraint(condition=models.Q(('status__in', ('SUBMITTED', 'AWARDED', 'NOT_AWARDED'))), fields=('exhibition', 'applicant'), name='booth_request_one_live'),
                ),
                migrations.AddConstraint(
                    model_name='boothrequest',
                    constraint=models.UniqueConstraint(condition=models.Q(('status__in', ('SUBMITTED', 'AWARDED', 'NOT_AWARDED'))), fields=('exhibition', 'member'), name='booth_request_one_live_per_member'),
                ),
                migrations.AddConstraint(
                    model_name='boothrequest',
                    constraint=models.CheckConstraint(condition=models.Q(('changed_at__gte', models.F('submitted_at'))), name='booth_request_changed_after'),
                ),
                migrations.AddConstraint(
                    model_name='boothrequest',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'WITHDRAWN'), ('withdrawn_at__isnull', False)), models.Q(models.Q(('status', 'WITHDRAWN'), _negated=True), ('withdrawn_at__isnull', True)), _connector='OR'), name='booth_request_withdrawn_has_time'),
                ),
                migrations.AddConstraint(
                    model_name='booth',
                    constraint=models.UniqueConstraint(fields=('exhibition', 'code'), name='booth_code_once'),
                ),
                migrations.AddConstraint(
                    model_name='booth',
                    constraint=models.UniqueConstraint(fields=('exhibition', 'row', 'column'), name='booth_place_once'),
                ),
                migrations.AddConstraint(
                    model_name='booth',
                    constraint=models.CheckConstraint(condition=models.Q(('code__regex', '^[A-Z0-9-]{2,24}$')), name='booth_code_form'),
                ),
                migrations.AddConstraint(
                    model_name='booth',
                    constraint=models.CheckConstraint(condition=models.Q(('area_m2__gt', 0)), name='booth_area_positive'),
                ),
                migrations.AddConstraint(
                    model_name='booth',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['SHELL', 'CORNER', 'ISLAND', 'RAW'])), name='booth_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='booth',
                    constraint=models.CheckConstraint(condition=models.Q(('column__gte', 1), ('column__lte', 30), ('row__gte', 1), ('row__lte', 30)), name='booth_place_in_hall'),
                ),
                migrations.AddConstraint(
                    model_name='exhibitioncluster',
                    constraint=models.UniqueConstraint(fields=('exhibition', 'cluster'), name='exhibition_cluster_once'),
                ),
                migrations.AddConstraint(
                    model_name='exhibition',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'PUBLISHED', 'REGISTRATION', 'CLOSED', 'FROZEN', 'DRAWN', 'ALLOCATED', 'APPROVED', 'HELD', 'REPORTED', 'CANCELLED'])), name='exhibition_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='exhibition',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['DOMESTIC', 'ABROAD'])), name='exhibition_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='exhibition',
                    constraint=models.CheckConstraint(condition=models.Q(('mode__in', ['LOTTERY', 'SCORED'])), name='exhibition_mode_known'),
                ),
                migrations.AddConstraint(
                    model_name='exhibition',
                    constraint=models.CheckConstraint(condition=models.Q(('country__regex', '^[A-Z]{2}$')), name='exhibition_country_form'),
                ),
                migrations.AddConstraint(
                    model_name='exhibition',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('country', 'IR'), ('kind', 'DOMESTIC')), models.Q(('kind', 'ABROAD'), models.Q(('country', 'IR'), _negated=True)), _connector='OR'), name='exhibition_abroad_is_not_here'),
                ),
                migrations.AddConstraint(
                    model_name='exhibition',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='exhibition_ends_after_it_starts'),
                ),
                migrations.AddConstraint(
                    model_name='exhibition',
                    constraint=models.CheckConstraint(condition=models.Q(('registration_opens_at__lt', models.F('registration_closes_at'))), name='exhibition_registration_in_order'),
                ),
                migrations.AddConstraint(
                    model_name='exhibition',
                    constraint=models.CheckConstraint(condition=models.Q(('draw_at__gt', models.F('registration_closes_at'))), name='exhibition_drawn_after_closing'),
                ),
                migrations.AddConstraint(
                    model_name='exhibition',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'CANCELLED']), ('announced_at__isnull', False), _connector='OR'), name='exhibition_announced_has_time'),
                ),
                migrations.AddConstraint(
                    model_name='exhibitionresult',
                    constraint=models.CheckConstraint(condition=models.Q(('satisfaction__isnull', True), models.Q(('satisfaction__gte', 1), ('satisfaction__lte', 5)), _connector='OR'), name='exhibition_satisfaction_1_to_5'),
                ),
                migrations.AddConstraint(
                    model_name='frozenrequests',
                    constraint=models.CheckConstraint(condition=models.Q(('frozen_at__lt', models.F('draw_at'))), name='booth_list_before_its_event'),
                ),
                migrations.AddConstraint(
                    model_name='boothdraw',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True)), models.Q(('confirmed_at__gte', models.F('entered_at')), ('confirmed_at__isnull', False), ('confirmed_by__isnull', False), models.Q(('confirmed_by', models.F('entered_by')), _negated=True)), _connector='OR'), name='booth_draw_four_eyes'),
                ),
                migrations.AddConstraint(
                    model_name='requestpoints',
                    constraint=models.UniqueConstraint(fields=('request', 'criterion'), name='booth_points_once'),
                ),
                migrations.AddConstraint(
                    model_name='requestpoints',
                    constraint=models.CheckConstraint(condition=models.Q(('points__lte', 100)), name='booth_points_to_100'),
                ),
                migrations.AddConstraint(
                    model_name='tripcost',
                    constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='trip_cost_amount'),
                ),
                migrations.AddConstraint(
                    model_name='tripcost',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['BOOTH', 'TRAVEL', 'LODGING', 'FREIGHT', 'ADVERTISING', 'INTERPRETER', 'OTHER'])), name='trip_cost_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='tripcost',
                    constraint=models.CheckConstraint(condition=models.Q(('paid_by__in', ['FIRM', 'COMPANY', 'SUPPORT'])), name='trip_cost_paid_by_known'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothchoiceevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='66b07ea615c72009eff6a573ad0e184ebf3af80d', operation='INSERT', pgid='pgtrigger_chain_54057', table='exhibitions_boothchoiceevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothchoice',
                    trigger=pgtrigger.compiler.Trigger(name='booth_of_the_same_exhibition', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NOT EXISTS (SELECT 1 FROM exhibitions_booth b JOIN exhibitions_boothrequest r\nON r.exhibition_id = b.exhibition_id WHERE b.id = NEW.booth_id AND r.id = NEW.request_id) THEN\nRAISE EXCEPTION 'booth and request belong to one exhibition' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='ec444b9c2159e53f17f2355fca2e7a2d8ce533b1', operation='INSERT OR UPDATE OF "booth_id", "request_id"', pgid='pgtrigger_booth_of_the_same_exhibition_17625', table='exhibitions_boothchoice', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothchoice',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_boothchoiceevent" ("booth_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "request_id") VALUES (NEW."booth_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."request_id"); RETURN NULL;', hash='eaecd38c95758ae46b2a4a34c0c9a5491c23595d', operation='INSERT', pgid='pgtrigger_insert_insert_9e265', table='exhibitions_boothchoice', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothchoice',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "exhibitions_boothchoiceevent" ("booth_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "request_id") VALUES (NEW."booth_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."request_id"); RETURN NULL;', hash='ba62f062d8c5664bc1ed691bd2135a328f69791e', operation='UPDATE', pgid='pgtrigger_update_update_1eb3e', table='exhibitions_boothchoice', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothchoice',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_boothchoiceevent" ("booth_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "request_id") VALUES (OLD."booth_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."request_id"); RETURN NULL;', hash='c040fd46aa494263d3663fa8d3284b3139c8c89f', operation='DELETE', pgid='pgtrigger_delete_delete_7cfd5', table='exhibitions_boothchoice', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothawardevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='f461419adfe81fa49ad39d1204bf399339d1b545', operation='INSERT', pgid='pgtrigger_chain_3ffa3', table='exhibitions_boothawardevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothaward',
                    trigger=pgtrigger.compiler.Trigger(name='booth_of_the_same_exhibition', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NOT EXISTS (SELECT 1 FROM exhibitions_booth b JOIN exhibitions_boothrequest r\nON r.exhibition_id = b.exhibition_id WHERE b.id = NEW.booth_id AND r.id = NEW.request_id) THEN\nRAISE EXCEPTION 'booth and request belong to one exhibition' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='1a0c8c50c793e36087fac69c6d8864e0555fee84', operation='INSERT OR UPDATE OF "booth_id", "request_id"', pgid='pgtrigger_booth_of_the_same_exhibition_dc17e', table='exhibitions_boothaward', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothaward',
                    trigger=pgtrigger.compiler.Trigger(name='booth_award_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."booth_id" IS DISTINCT FROM (NEW."booth_id") OR OLD."request_id" IS DISTINCT FROM (NEW."request_id") OR OLD."run_id" IS DISTINCT FROM (NEW."run_id") OR OLD."awarded_at" IS DISTINCT FROM (NEW."awarded_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='3eab13759f26dfc9695032cf578bb9fb6f8d4d57', operation='UPDATE', pgid='pgtrigger_booth_award_facts_stay_5ae8e', table='exhibitions_boothaward', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothaward',
                    trigger=pgtrigger.compiler.Trigger(name='booth_award_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='77f0aff1a97f7c8af06993ccb0338eb5a2a6ef2e', operation='DELETE', pgid='pgtrigger_booth_award_stays_47deb', table='exhibitions_boothaward', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothaward',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_boothawardevent" ("awarded_at", "awarded_by_id", "booth_id", "ended_at", "from_waiting_list", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "run_id", "status") VALUES (NEW."awarded_at", NEW."awarded_by_id", NEW."booth_id", NEW."ended_at", NEW."from_waiting_list", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."request_id", NEW."run_id", NEW."status"); RETURN NULL;', hash='33bc9f8ab22bff4f2efce6f874cc9ae18682dae1', operation='INSERT', pgid='pgtrigger_insert_insert_8224d', table='exhibitions_boothaward', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothaward',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "exhibitions_boothawardevent" ("awarded_at", "awarded_by_id", "booth_id", "ended_at", "from_waiting_list", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "run_id", "status") VALUES (NEW."awarded_at", NEW."awarded_by_id", NEW."booth_id", NEW."ended_at", NEW."from_waiting_list", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."request_id", NEW."run_id", NEW."status"); RETURN NULL;', hash='43791f556ad2c5777e5220e7f3c46733934ba619', operation='UPDATE', pgid='pgtrigger_update_update_4a257', table='exhibitions_boothaward', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothaward',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_boothawardevent" ("awarded_at", "awarded_by_id", "booth_id", "ended_at", "from_waiting_list", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "run_id", "status") VALUES (OLD."awarded_at", OLD."awarded_by_id", OLD."booth_id", OLD."ended_at", OLD."from_waiting_list", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."request_id", OLD."run_id", OLD."status"); RETURN NULL;', hash='d82126c3cd3782f787a01f4149219ba67c06901b', operation='DELETE', pgid='pgtrigger_delete_delete_45089', table='exhibitions_boothaward', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='criterionevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='c92dfc83db7f39b11698c2e087c7f9388f706641', operation='INSERT', pgid='pgtrigger_chain_6743f', table='exhibitions_criterionevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='criterion',
                    trigger=pgtrigger.compiler.Trigger(name='rules_stay_once_announced', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint; state text;', func="FOREACH touched IN ARRAY array_remove(ARRAY[NEW.exhibition_id, OLD.exhibition_id], NULL) LOOP\nSELECT e.status INTO state FROM exhibitions_exhibition e WHERE e.id = touched FOR KEY SHARE;\nIF state IN ('PUBLISHED', 'REGISTRATION', 'CLOSED', 'FROZEN', 'DRAWN', 'ALLOCATED', 'APPROVED', 'HELD', 'REPORTED') THEN RAISE EXCEPTION 'booths and criteria of an announced exhibition stay' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nEND LOOP;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='8560ba1e4c131929e2e7030552769e7727d5ac80', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_rules_stay_once_announced_75915', table='exhibitions_criterion', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='criterion',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_criterionevent" ("code", "exhibition_id", "id", "max_points", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "weight") VALUES (NEW."code", NEW."exhibition_id", NEW."id", NEW."max_points", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."weight"); RETURN NULL;', hash='3c356993ed3260b7e42845d35171243b7a42c1ce', operation='INSERT', pgid='pgtrigger_insert_insert_87485', table='exhibitions_criterion', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='criterion',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "exhibitions_criterionevent" ("code", "exhibition_id", "id", "max_points", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "weight") VALUES (NEW."code", NEW."exhibition_id", NEW."id", NEW."max_points", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."weight"); RETURN NULL;', hash='3433217fc853dcd5b733589631fdf7d171a1e3d4', operation='UPDATE', pgid='pgtrigger_update_update_03b2b', table='exhibitions_criterion', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='criterion',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_criterionevent" ("code", "exhibition_id", "id", "max_points", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "weight") VALUES (OLD."code", OLD."exhibition_id", OLD."id", OLD."max_points", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."weight"); RETURN NULL;', hash='2151fe31be617254554a555c5df7ef7b9c1dedf6', operation='DELETE', pgid='pgtrigger_delete_delete_b4d9a', table='exhibitions_criterion', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothrunevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='a36c1d0121f1ff01c19e78bca93d5349a172117e', operation='INSERT', pgid='pgtrigger_chain_d1771', table='exhibitions_boothrunevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothrun',
                    trigger=pgtrigger.compiler.Trigger(name='booth_run_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."exhibition_id" IS DISTINCT FROM (NEW."exhibition_id") OR OLD."draw_id" IS DISTINCT FROM (NEW."draw_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."previous_id" IS DISTINCT FROM (NEW."previous_id") OR OLD."proposed_by_id" IS DISTINCT FROM (NEW."proposed_by_id") OR OLD."proposed_at" IS DISTINCT FROM (NEW."proposed_at") OR OLD."manifest_sha256" IS DISTINCT FROM (NEW."manifest_sha256") OR OLD."record" IS DISTINCT FROM (NEW."record") OR OLD."record_sha256" IS DISTINCT FROM (NEW."record_sha256") OR OLD."verifier" IS DISTINCT FROM (NEW."verifier") OR OLD."verifier_sha256" IS DISTINCT FROM (NEW."verifier_sha256") OR OLD."verdict" IS DISTINCT FROM (NEW."verdict"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='82ebeebb60fcf2953826e64c7f9b63d1f77bf593', operation='UPDATE', pgid='pgtrigger_booth_run_facts_stay_d80d8', table='exhibitions_boothrun', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothrun',
                    trigger=pgtrigger.compiler.Trigger(name='booth_run_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='97aae26d0dd167fae17e2791b29598c59972573e', operation='DELETE', pgid='pgtrigger_booth_run_stays_8bb1b', table='exhibitions_boothrun', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothrun',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_boothrunevent" ("decided_at", "decided_by_id", "draw_id", "exhibition_id", "id", "manifest_sha256", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "proposed_at", "proposed_by_id", "reason", "record_sha256", "status", "verdict", "verifier_sha256") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."draw_id", NEW."exhibition_id", NEW."id", NEW."manifest_sha256", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."previous_id", NEW."proposed_at", NEW."proposed_by_id", NEW."reason", NEW."record_sha256", NEW."status", NEW."verdict", NEW."verifier_sha256"); RETURN NULL;', hash='98d8142863265be635ebdf2bbc1ce78fd80f0b22', operation='INSERT', pgid='pgtrigger_insert_insert_5cd58', table='exhibitions_boothrun', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothrun',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."draw_id" IS DISTINCT FROM (NEW."draw_id") OR OLD."exhibition_id" IS DISTINCT FROM (NEW."exhibition_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."manifest_sha256" IS DISTINCT FROM (NEW."manifest_sha256") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."previous_id" IS DISTINCT FROM (NEW."previous_id") OR OLD."proposed_at" IS DISTINCT FROM (NEW."proposed_at") OR OLD."proposed_by_id" IS DISTINCT FROM (NEW."proposed_by_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."record_sha256" IS DISTINCT FROM (NEW."record_sha256") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."verdict" IS DISTINCT FROM (NEW."verdict") OR OLD."verifier_sha256" IS DISTINCT FROM (NEW."verifier_sha256"))', func='INSERT INTO "exhibitions_boothrunevent" ("decided_at", "decided_by_id", "draw_id", "exhibition_id", "id", "manifest_sha256", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "proposed_at", "proposed_by_id", "reason", "record_sha256", "status", "verdict", "verifier_sha256") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."draw_id", NEW."exhibition_id", NEW."id", NEW."manifest_sha256", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."previous_id", NEW."proposed_at", NEW."proposed_by_id", NEW."reason", NEW."record_sha256", NEW."status", NEW."verdict", NEW."verifier_sha256"); RETURN NULL;', hash='cac112b735c52a0367ac30e3b0bb8709f1e59743', operation='UPDATE', pgid='pgtrigger_update_update_1ed2c', table='exhibitions_boothrun', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothrun',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_boothrunevent" ("decided_at", "decided_by_id", "draw_id", "exhibition_id", "id", "manifest_sha256", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "proposed_at", "proposed_by_id", "reason", "record_sha256", "status", "verdict", "verifier_sha256") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."draw_id", OLD."exhibition_id", OLD."id", OLD."manifest_sha256", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."previous_id", OLD."proposed_at", OLD."proposed_by_id", OLD."reason", OLD."record_sha256", OLD."status", OLD."verdict", OLD."verifier_sha256"); RETURN NULL;', hash='f4413be211ec1caeee5c737a0b1783d4ceb61530', operation='DELETE', pgid='pgtrigger_delete_delete_beba1', table='exhibitions_boothrun', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothrequestevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='86c987185f4e93dfb47c21ca06ab8f7797617fc0', operation='INSERT', pgid='pgtrigger_chain_30d3d', table='exhibitions_boothrequestevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothrequest',
                    trigger=pgtrigger.compiler.Trigger(name='booth_request_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."exhibition_id" IS DISTINCT FROM (NEW."exhibition_id") OR OLD."applicant_id" IS DISTINCT FROM (NEW."applicant_id") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."opaque_id" IS DISTINCT FROM (NEW."opaque_id") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='40c29a801e1c7c45ea1bf49392fd0d71f4e999f6', operation='UPDATE', pgid='pgtrigger_booth_request_facts_stay_a5f01', table='exhibitions_boothrequest', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothrequest',
                    trigger=pgtrigger.compiler.Trigger(name='booth_request_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='71498f3e470b7a7f81597bbe24df5def937cb7b0', operation='DELETE', pgid='pgtrigger_booth_request_stays_9a939', table='exhibitions_boothrequest', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothrequest',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_boothrequestevent" ("applicant_id", "changed_at", "code", "exhibition_id", "id", "made_by_id", "member_id", "opaque_id", "participations", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "products", "readiness", "status", "submitted_at", "withdrawn_at") VALUES (NEW."applicant_id", NEW."changed_at", NEW."code", NEW."exhibition_id", NEW."id", NEW."made_by_id", NEW."member_id", NEW."opaque_id", NEW."participations", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."products", NEW."readiness", NEW."status", NEW."submitted_at", NEW."withdrawn_at"); RETURN NULL;', hash='bea445f49dc32d9ca76a47fdd27519cba343a3f9', operation='INSERT', pgid='pgtrigger_insert_insert_0b2d3', table='exhibitions_boothrequest', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothrequest',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "exhibitions_boothrequestevent" ("applicant_id", "changed_at", "code", "exhibition_id", "id", "made_by_id", "member_id", "opaque_id", "participations", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "products", "readiness", "status", "submitted_at", "withdrawn_at") VALUES (NEW."applicant_id", NEW."changed_at", NEW."code", NEW."exhibition_id", NEW."id", NEW."made_by_id", NEW."member_id", NEW."opaque_id", NEW."participations", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."products", NEW."readiness", NEW."status", NEW."submitted_at", NEW."withdrawn_at"); RETURN NULL;', hash='75373f3b70efb6f53cff447722e087ae6772c322', operation='UPDATE', pgid='pgtrigger_update_update_f51f8', table='exhibitions_boothrequest', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothrequest',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_boothrequestevent" ("applicant_id", "changed_at", "code", "exhibition_id", "id", "made_by_id", "member_id", "opaque_id", "participations", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "products", "readiness", "status", "submitted_at", "withdrawn_at") VALUES (OLD."applicant_id", OLD."changed_at", OLD."code", OLD."exhibition_id", OLD."id", OLD."made_by_id", OLD."member_id", OLD."opaque_id", OLD."participations", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."products", OLD."readiness", OLD."status", OLD."submitted_at", OLD."withdrawn_at"); RETURN NULL;', hash='aab8b7dd7f851b3d8bb966af14978c949badd1c3', operation='DELETE', pgid='pgtrigger_delete_delete_b59b5', table='exhibitions_boothrequest', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='f97191d6e58d28eacbf979732e89468cd787993b', operation='INSERT', pgid='pgtrigger_chain_d8f7e', table='exhibitions_boothevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='booth',
                    trigger=pgtrigger.compiler.Trigger(name='rules_stay_once_announced', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint; state text;', func="FOREACH touched IN ARRAY array_remove(ARRAY[NEW.exhibition_id, OLD.exhibition_id], NULL) LOOP\nSELECT e.status INTO state FROM exhibitions_exhibition e WHERE e.id = touched FOR KEY SHARE;\nIF state IN ('PUBLISHED', 'REGISTRATION', 'CLOSED', 'FROZEN', 'DRAWN', 'ALLOCATED', 'APPROVED', 'HELD', 'REPORTED') THEN RAISE EXCEPTION 'booths and criteria of an announced exhibition stay' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nEND LOOP;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='0031e4286c8b360e3184550459ba746c324fd84c', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_rules_stay_once_announced_93f7e', table='exhibitions_booth', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='booth',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_boothevent" ("area_m2", "code", "column", "exhibition_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "row") VALUES (NEW."area_m2", NEW."code", NEW."column", NEW."exhibition_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."price", NEW."row"); RETURN NULL;', hash='3d9010010d76b0b411a98c5e4b7e089b905a3ce0', operation='INSERT', pgid='pgtrigger_insert_insert_162ba', table='exhibitions_booth', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='booth',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "exhibitions_boothevent" ("area_m2", "code", "column", "exhibition_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "row") VALUES (NEW."area_m2", NEW."code", NEW."column", NEW."exhibition_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."price", NEW."row"); RETURN NULL;', hash='950102fc3489b8908557c6b72d0a2caf5d9a1e30', operation='UPDATE', pgid='pgtrigger_update_update_71937', table='exhibitions_booth', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='booth',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_boothevent" ("area_m2", "code", "column", "exhibition_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "row") VALUES (OLD."area_m2", OLD."code", OLD."column", OLD."exhibition_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."price", OLD."row"); RETURN NULL;', hash='589c749dbdedb8765c99d825796d02849d2e4016', operation='DELETE', pgid='pgtrigger_delete_delete_bd94f', table='exhibitions_booth', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibitioncluster',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_exhibitionclusterevent" ("cluster_id", "exhibition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cluster_id", NEW."exhibition_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='b29af04ccf033c256f98d1494fb95ad8d2a59934', operation='INSERT', pgid='pgtrigger_insert_insert_be1a0', table='exhibitions_exhibitioncluster', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibitioncluster',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "exhibitions_exhibitionclusterevent" ("cluster_id", "exhibition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cluster_id", NEW."exhibition_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='9d5a5ca64e0fee864333a969010509fbb473da6b', operation='UPDATE', pgid='pgtrigger_update_update_81db9', table='exhibitions_exhibitioncluster', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibitioncluster',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_exhibitionclusterevent" ("cluster_id", "exhibition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."cluster_id", OLD."exhibition_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='c46a0f61912e93feeba38ed102d3200358188184', operation='DELETE', pgid='pgtrigger_delete_delete_f7dbf', table='exhibitions_exhibitioncluster', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibition',
                    trigger=pgtrigger.compiler.Trigger(name='exhibition_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='bac32d098182d52c41b68376ae8eef8923d2b803', operation='DELETE', pgid='pgtrigger_exhibition_stays_f5af3', table='exhibitions_exhibition', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibition',
                    trigger=pgtrigger.compiler.Trigger(name='announced_rules_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.announced_at IS NOT NULL)', func="IF NEW.slug IS DISTINCT FROM OLD.slug OR NEW.name IS DISTINCT FROM OLD.name OR NEW.mode IS DISTINCT FROM OLD.mode OR NEW.registration_opens_at IS DISTINCT FROM OLD.registration_opens_at OR NEW.randomness_source IS DISTINCT FROM OLD.randomness_source OR NEW.randomness_event IS DISTINCT FROM OLD.randomness_event OR NEW.announced_at IS DISTINCT FROM OLD.announced_at THEN RAISE EXCEPTION 'the rules of an announced exhibition stay' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nIF NEW.registration_closes_at < OLD.registration_closes_at OR NEW.draw_at < OLD.draw_at THEN RAISE EXCEPTION 'the dates of an announced exhibition only lengthen' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nRETURN NEW;", hash='b6a2c51d5996a7f62332378f9a1bd2334eccf05b', operation='UPDATE', pgid='pgtrigger_announced_rules_stay_fc217', table='exhibitions_exhibition', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibition',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_exhibitionevent" ("announced_at", "budget", "cancelled_reason", "city", "country", "created_at", "draw_at", "ends_on", "id", "is_illustrative", "kind", "made_by_id", "mode", "name", "name_en", "organiser", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "randomness_event", "randomness_source", "registration_closes_at", "registration_opens_at", "slug", "starts_on", "status", "summary", "updated_at") VALUES (NEW."announced_at", NEW."budget", NEW."cancelled_reason", NEW."city", NEW."country", NEW."created_at", NEW."draw_at", NEW."ends_on", NEW."id", NEW."is_illustrative", NEW."kind", NEW."made_by_id", NEW."mode", NEW."name", NEW."name_en", NEW."organiser", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."randomness_event", NEW."randomness_source", NEW."registration_closes_at", NEW."registration_opens_at", NEW."slug", NEW."starts_on", NEW."status", NEW."summary", NEW."updated_at"); RETURN NULL;', hash='ef6de4c973f19f8297762169b9556bd875e8c41c', operation='INSERT', pgid='pgtrigger_insert_insert_7004e', table='exhibitions_exhibition', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibition',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "exhibitions_exhibitionevent" ("announced_at", "budget", "cancelled_reason", "city", "country", "created_at", "draw_at", "ends_on", "id", "is_illustrative", "kind", "made_by_id", "mode", "name", "name_en", "organiser", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "randomness_event", "randomness_source", "registration_closes_at", "registration_opens_at", "slug", "starts_on", "status", "summary", "updated_at") VALUES (NEW."announced_at", NEW."budget", NEW."cancelled_reason", NEW."city", NEW."country", NEW."created_at", NEW."draw_at", NEW."ends_on", NEW."id", NEW."is_illustrative", NEW."kind", NEW."made_by_id", NEW."mode", NEW."name", NEW."name_en", NEW."organiser", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."randomness_event", NEW."randomness_source", NEW."registration_closes_at", NEW."registration_opens_at", NEW."slug", NEW."starts_on", NEW."status", NEW."summary", NEW."updated_at"); RETURN NULL;', hash='3aaff68becf0be04bf54d52ad8fa167f3972ccde', operation='UPDATE', pgid='pgtrigger_update_update_4da30', table='exhibitions_exhibition', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibition',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_exhibitionevent" ("announced_at", "budget", "cancelled_reason", "city", "country", "created_at", "draw_at", "ends_on", "id", "is_illustrative", "kind", "made_by_id", "mode", "name", "name_en", "organiser", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "randomness_event", "randomness_source", "registration_closes_at", "registration_opens_at", "slug", "starts_on", "status", "summary", "updated_at") VALUES (OLD."announced_at", OLD."budget", OLD."cancelled_reason", OLD."city", OLD."country", OLD."created_at", OLD."draw_at", OLD."ends_on", OLD."id", OLD."is_illustrative", OLD."kind", OLD."made_by_id", OLD."mode", OLD."name", OLD."name_en", OLD."organiser", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."randomness_event", OLD."randomness_source", OLD."registration_closes_at", OLD."registration_opens_at", OLD."slug", OLD."starts_on", OLD."status", OLD."summary", OLD."updated_at"); RETURN NULL;', hash='03d7bfcfe300d4f61308286420e1cc4d46530d28', operation='DELETE', pgid='pgtrigger_delete_delete_3b2ad', table='exhibitions_exhibition', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibitionclusterevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='9d8a1de82a0176b3a064163205af22afe6a378e3', operation='INSERT', pgid='pgtrigger_chain_151e3', table='exhibitions_exhibitionclusterevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibitionevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='5019959e12ec34b090ee94c14ad96b9d5d977623', operation='INSERT', pgid='pgtrigger_chain_3c2d7', table='exhibitions_exhibitionevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibitionresult',
                    trigger=pgtrigger.compiler.Trigger(name='only_who_was_there', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NOT EXISTS (SELECT 1 FROM exhibitions_boothaward a\nWHERE a.request_id = NEW.request_id AND a.status = 'LIVE') THEN\nRAISE EXCEPTION 'a result is for a firm that had a booth' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='86079355e83ceb3599f60f16ae3fa7f41726fee9', operation='INSERT OR UPDATE OF "request_id"', pgid='pgtrigger_only_who_was_there_0efae', table='exhibitions_exhibitionresult', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibitionresult',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_exhibitionresultevent" ("contacts", "contracts", "entered_at", "entered_by_id", "export_leads", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "sales", "satisfaction") VALUES (NEW."contacts", NEW."contracts", NEW."entered_at", NEW."entered_by_id", NEW."export_leads", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."request_id", NEW."sales", NEW."satisfaction"); RETURN NULL;', hash='a65a086835b1a246e89a2bd19082bf7930e1b5d2', operation='INSERT', pgid='pgtrigger_insert_insert_5068e', table='exhibitions_exhibitionresult', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibitionresult',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "exhibitions_exhibitionresultevent" ("contacts", "contracts", "entered_at", "entered_by_id", "export_leads", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "sales", "satisfaction") VALUES (NEW."contacts", NEW."contracts", NEW."entered_at", NEW."entered_by_id", NEW."export_leads", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."request_id", NEW."sales", NEW."satisfaction"); RETURN NULL;', hash='740216206a0660e6b2db1e6496679d4e9208723e', operation='UPDATE', pgid='pgtrigger_update_update_0aee8', table='exhibitions_exhibitionresult', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibitionresult',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_exhibitionresultevent" ("contacts", "contracts", "entered_at", "entered_by_id", "export_leads", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "sales", "satisfaction") VALUES (OLD."contacts", OLD."contracts", OLD."entered_at", OLD."entered_by_id", OLD."export_leads", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."request_id", OLD."sales", OLD."satisfaction"); RETURN NULL;', hash='322aba25834c6474665ef9585eac36f66128bdc9', operation='DELETE', pgid='pgtrigger_delete_delete_99da6', table='exhibitions_exhibitionresult', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='exhibitionresultevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='ec6e3ff7a5c9cb5dc90425c11b61aaeda375c000', operation='INSERT', pgid='pgtrigger_chain_ba5e0', table='exhibitions_exhibitionresultevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='frozenrequests',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bac62ac7a4303b0fc207a817af1256d2baae2841', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_7418f', table='exhibitions_frozenrequests', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='frozenrequests',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_frozenrequestsevent" ("count", "draw_at", "exhibition_id", "frozen_at", "frozen_by_id", "frozen_sha256", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."count", NEW."draw_at", NEW."exhibition_id", NEW."frozen_at", NEW."frozen_by_id", NEW."frozen_sha256", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='69d1feb6fd2fb8e8c2cd1492a70df5783ba29572', operation='INSERT', pgid='pgtrigger_insert_insert_fa0c7', table='exhibitions_frozenrequests', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='frozenrequests',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."count" IS DISTINCT FROM (NEW."count") OR OLD."draw_at" IS DISTINCT FROM (NEW."draw_at") OR OLD."exhibition_id" IS DISTINCT FROM (NEW."exhibition_id") OR OLD."frozen_at" IS DISTINCT FROM (NEW."frozen_at") OR OLD."frozen_by_id" IS DISTINCT FROM (NEW."frozen_by_id") OR OLD."frozen_sha256" IS DISTINCT FROM (NEW."frozen_sha256") OR OLD."id" IS DISTINCT FROM (NEW."id"))', func='INSERT INTO "exhibitions_frozenrequestsevent" ("count", "draw_at", "exhibition_id", "frozen_at", "frozen_by_id", "frozen_sha256", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."count", NEW."draw_at", NEW."exhibition_id", NEW."frozen_at", NEW."frozen_by_id", NEW."frozen_sha256", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='5f5395adca05f20dbc50f25f3ff87d58ea494469', operation='UPDATE', pgid='pgtrigger_update_update_35ffd', table='exhibitions_frozenrequests', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='frozenrequests',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_frozenrequestsevent" ("count", "draw_at", "exhibition_id", "frozen_at", "frozen_by_id", "frozen_sha256", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."count", OLD."draw_at", OLD."exhibition_id", OLD."frozen_at", OLD."frozen_by_id", OLD."frozen_sha256", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='5337f26c3942dbbc45d1b6471e240925f209ef2e', operation='DELETE', pgid='pgtrigger_delete_delete_c3827', table='exhibitions_frozenrequests', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothdrawevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='d1782b76e9c34c797982764354b2ad8a4c9415fe', operation='INSERT', pgid='pgtrigger_chain_d7260', table='exhibitions_boothdrawevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothdraw',
                    trigger=pgtrigger.compiler.Trigger(name='booth_draw_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."frozen_id" IS DISTINCT FROM (NEW."frozen_id") OR OLD."form" IS DISTINCT FROM (NEW."form") OR OLD."value_text" IS DISTINCT FROM (NEW."value_text") OR OLD."value_hex" IS DISTINCT FROM (NEW."value_hex") OR OLD."seed" IS DISTINCT FROM (NEW."seed") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."entered_at" IS DISTINCT FROM (NEW."entered_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='08974defb07f81fbdb2e95abc28c9d84c56f0db6', operation='UPDATE', pgid='pgtrigger_booth_draw_facts_stay_18040', table='exhibitions_boothdraw', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothdraw',
                    trigger=pgtrigger.compiler.Trigger(name='booth_draw_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.confirmed_by_id IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9ad7db01f888504f07149bd860f6ecbc14dcb65e', operation='UPDATE OR DELETE', pgid='pgtrigger_booth_draw_stays_4003f', table='exhibitions_boothdraw', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothdraw',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_boothdrawevent" ("confirmed_at", "confirmed_by_id", "entered_at", "entered_by_id", "form", "frozen_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seed", "value_hex", "value_text") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."entered_at", NEW."entered_by_id", NEW."form", NEW."frozen_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."seed", NEW."value_hex", NEW."value_text"); RETURN NULL;', hash='110f3bc6f12f6f596f93cd1db3f0372cd00410ed', operation='INSERT', pgid='pgtrigger_insert_insert_221b3', table='exhibitions_boothdraw', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothdraw',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "exhibitions_boothdrawevent" ("confirmed_at", "confirmed_by_id", "entered_at", "entered_by_id", "form", "frozen_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seed", "value_hex", "value_text") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."entered_at", NEW."entered_by_id", NEW."form", NEW."frozen_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."seed", NEW."value_hex", NEW."value_text"); RETURN NULL;', hash='96954db5399515206e351576352f1be0379c0d32', operation='UPDATE', pgid='pgtrigger_update_update_2bab3', table='exhibitions_boothdraw', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='boothdraw',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_boothdrawevent" ("confirmed_at", "confirmed_by_id", "entered_at", "entered_by_id", "form", "frozen_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seed", "value_hex", "value_text") VALUES (OLD."confirmed_at", OLD."confirmed_by_id", OLD."entered_at", OLD."entered_by_id", OLD."form", OLD."frozen_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."seed", OLD."value_hex", OLD."value_text"); RETURN NULL;', hash='3d7a264a3e5ac73cebe6e49d23b2d1190c357058', operation='DELETE', pgid='pgtrigger_delete_delete_8d7fe', table='exhibitions_boothdraw', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='frozenrequestsevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='3ec70869b2da88a4902d7844e2a6a92b0c411670', operation='INSERT', pgid='pgtrigger_chain_6c4c9', table='exhibitions_frozenrequestsevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requestpoints',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_requestpointsevent" ("criterion_id", "entered_at", "entered_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "request_id") VALUES (NEW."criterion_id", NEW."entered_at", NEW."entered_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."points", NEW."request_id"); RETURN NULL;', hash='e822a3bacb842abe18428ae67d66abfcaeb9e688', operation='INSERT', pgid='pgtrigger_insert_insert_ed821', table='exhibitions_requestpoints', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requestpoints',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "exhibitions_requestpointsevent" ("criterion_id", "entered_at", "entered_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "request_id") VALUES (NEW."criterion_id", NEW."entered_at", NEW."entered_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."points", NEW."request_id"); RETURN NULL;', hash='9af406adb150e86758bc55006e58fd7dc02ce6bc', operation='UPDATE', pgid='pgtrigger_update_update_f4cf8', table='exhibitions_requestpoints', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requestpoints',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_requestpointsevent" ("criterion_id", "entered_at", "entered_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "request_id") VALUES (OLD."criterion_id", OLD."entered_at", OLD."entered_by_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."points", OLD."request_id"); RETURN NULL;', hash='7363f06efca7c3e8c328a7a7cfbe9b78528ec0d1', operation='DELETE', pgid='pgtrigger_delete_delete_84afe', table='exhibitions_requestpoints', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requestpointsevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='2991f1610a53f36eb21dcbfba1515d1e02c93291', operation='INSERT', pgid='pgtrigger_chain_8d1a9', table='exhibitions_requestpointsevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tripcost',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_tripcostevent" ("amount", "entered_at", "entered_by_id", "exhibition_id", "id", "kind", "note", "paid_by", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") VALUES (NEW."amount", NEW."entered_at", NEW."entered_by_id", NEW."exhibition_id", NEW."id", NEW."kind", NEW."note", NEW."paid_by", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."request_id"); RETURN NULL;', hash='144863ae4de305deccd8438f88a104d925bbf820', operation='INSERT', pgid='pgtrigger_insert_insert_59305', table='exhibitions_tripcost', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tripcost',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "exhibitions_tripcostevent" ("amount", "entered_at", "entered_by_id", "exhibition_id", "id", "kind", "note", "paid_by", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") VALUES (NEW."amount", NEW."entered_at", NEW."entered_by_id", NEW."exhibition_id", NEW."id", NEW."kind", NEW."note", NEW."paid_by", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."request_id"); RETURN NULL;', hash='393304653c6eec959f66ca615480abb6c8d3f4cd', operation='UPDATE', pgid='pgtrigger_update_update_01bea', table='exhibitions_tripcost', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tripcost',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exhibitions_tripcostevent" ("amount", "entered_at", "entered_by_id", "exhibition_id", "id", "kind", "note", "paid_by", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") VALUES (OLD."amount", OLD."entered_at", OLD."entered_by_id", OLD."exhibition_id", OLD."id", OLD."kind", OLD."note", OLD."paid_by", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."request_id"); RETURN NULL;', hash='699a113429ff2a6288d6a055dbe33c8182baadf0', operation='DELETE', pgid='pgtrigger_delete_delete_6a14a', table='exhibitions_tripcost', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tripcostevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='563dff36cc41143eeb3b620dedad8c73e9ce6ff0', operation='INSERT', pgid='pgtrigger_chain_7c6a0', table='exhibitions_tripcostevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
