import core.operations
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='StoredFile',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('kind', models.CharField(choices=[('image', 'photo'), ('pdf', 'PDF paper')], max_length=10, verbose_name='kind')),
                        ('path', models.CharField(max_length=120, unique=True, verbose_name='place in the store')),
                        ('source_sha256', models.CharField(max_length=64, verbose_name='digest of what was handed in')),
                        ('sha256', models.CharField(max_length=64, verbose_name='digest of what is kept')),
                        ('size', models.PositiveIntegerField(verbose_name='bytes')),
                        ('content_type', models.CharField(max_length=40, verbose_name='content type')),
                        ('width', models.PositiveIntegerField(blank=True, null=True, verbose_name='width in pixels')),
                        ('height', models.PositiveIntegerField(blank=True, null=True, verbose_name='height in pixels')),
                        ('pages', models.PositiveIntegerField(blank=True, null=True, verbose_name='pages')),
                        ('original_name', models.CharField(max_length=120, verbose_name='name')),
                        ('created_at', models.DateTimeField(verbose_name='handed in')),
                        ('erased_at', models.DateTimeField(blank=True, null=True, verbose_name='erased')),
                        ('thumbnail', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='thumbnail_of', to='files.storedfile', verbose_name='small picture')),
                        ('uploaded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handed in by')),
                    ],
                    options={
                        'verbose_name': 'file',
                        'verbose_name_plural': 'files',
                        'ordering': ['-created_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='FileAccess',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(verbose_name='time')),
                        ('purpose', models.CharField(blank=True, max_length=80, verbose_name='purpose')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='seen by')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='accesses', to='files.storedfile', verbose_name='file')),
                    ],
                    options={
                        'verbose_name': 'look at a file',
                        'verbose_name_plural': 'looks at files',
                        'ordering': ['-at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='StoredFileEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ('kind', models.CharField(choices=[('image', 'photo'), ('pdf', 'PDF paper')], max_length=10, verbose_name='kind')),
                        ('path', models.CharField(max_length=120, verbose_name='place in the store')),
                        ('source_sha256', models.CharField(max_length=64, verbose_name='digest of what was handed in')),
                        ('sha256', models.CharField(max_length=64, verbose_name='digest of what is kept')),
                        ('size', models.PositiveIntegerField(verbose_name='bytes')),
                        ('content_type', models.CharField(max_length=40, verbose_name='content type')),
                        ('width', models.PositiveIntegerField(blank=True, null=True, verbose_name='width in pixels')),
                        ('height', models.PositiveIntegerField(blank=True, null=True, verbose_name='height in pixels')),
                        ('pages', models.PositiveIntegerField(blank=True, null=True, verbose_name='pages')),
                        ('original_name', models.CharField(max_length=120, verbose_name='name')),
                        ('created_at', models.DateTimeField(verbose_name='handed in')),
                        ('erased_at', models.DateTimeField(blank=True, null=True, verbose_name='erased')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='files.storedfile')),
                        ('thumbnail', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='small picture')),
                        ('uploaded_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handed in by')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddConstraint(
                    model_name='storedfile',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['image', 'pdf'])), name='files_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='storedfile',
                    constraint=models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='files_not_empty'),
                ),
                migrations.AddConstraint(
                    model_name='storedfile',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('height__gt', 0), ('height__isnull', False), ('kind', 'image'), ('pages__isnull', True), ('width__gt', 0), ('width__isnull', False)), models.Q(('height__isnull', True), ('kind', 'pdf'), ('pages__gt', 0), ('pages__isnull', False), ('width__isnull', True)), _connector='OR'), name='files_measures_fit_the_kind'),
                ),
                migrations.AddConstraint(
                    model_name='storedfile',
                    constraint=models.CheckConstraint(condition=models.Q(('thumbnail__isnull', True), ('kind', 'image'), _connector='OR'), name='files_thumbnail_of_images_only'),
                ),
                migrations.AddIndex(
                    model_name='storedfile',
                    index=models.Index(fields=['uploaded_by', 'source_sha256'], name='files_same_again'),
                ),
                migrations.AddIndex(
                    model_name='storedfile',
                    index=models.Index(condition=models.Q(('erased_at__isnull', True)), fields=['created_at'], name='files_kept'),
                ),
                migrations.AddIndex(
                    model_name='fileaccess',
                    index=models.Index(fields=['file', '-at'], name='files_access_of_file'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='storedfile',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "files_storedfileevent" ("content_type", "created_at", "erased_at", "height", "id", "kind", "original_name", "pages", "path", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "source_sha256", "thumbnail_id", "uploaded_by_id", "width") VALUES (NEW."content_type", NEW."created_at", NEW."erased_at", NEW."height", NEW."id", NEW."kind", NEW."original_name", NEW."pages", NEW."path", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."sha256", NEW."size", NEW."source_sha256", NEW."thumbnail_id", NEW."uploaded_by_id", NEW."width"); RETURN NULL;', hash='e7f56323cb3507cd261a4d2f9b144ad00abe652e', operation='INSERT', pgid='pgtrigger_insert_insert_a0d7d', table='files_storedfile', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='storedfile',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "files_storedfileevent" ("content_type", "created_at", "erased_at", "height", "id", "kind", "original_name", "pages", "path", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "source_sha256", "thumbnail_id", "uploaded_by_id", "width") VALUES (NEW."content_type", NEW."created_at", NEW."erased_at", NEW."height", NEW."id", NEW."kind", NEW."original_name", NEW."pages", NEW."path", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."sha256", NEW."size", NEW."source_sha256", NEW."thumbnail_id", NEW."uploaded_by_id", NEW."width"); RETURN NULL;', hash='0d919d502aea4fc3d254f1f374ade5704593f689', operation='UPDATE', pgid='pgtrigger_update_update_8c2ef', table='files_storedfile', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='storedfile',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "files_storedfileevent" ("content_type", "created_at", "erased_at", "height", "id", "kind", "original_name", "pages", "path", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "source_sha256", "thumbnail_id", "uploaded_by_id", "width") VALUES (OLD."content_type", OLD."created_at", OLD."erased_at", OLD."height", OLD."id", OLD."kind", OLD."original_name", OLD."pages", OLD."path", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."sha256", OLD."size", OLD."source_sha256", OLD."thumbnail_id", OLD."uploaded_by_id", OLD."width"); RETURN NULL;', hash='2c9ac523f6023bf5ee25be0df4fc61e2fb14c781', operation='DELETE', pgid='pgtrigger_delete_delete_ad157', table='files_storedfile', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='storedfileevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='111e187e0e06e722060b3114b6c0ffb1e579b054', operation='INSERT', pgid='pgtrigger_chain_f9392', table='files_storedfileevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
