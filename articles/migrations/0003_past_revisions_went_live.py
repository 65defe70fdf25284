from django.db import migrations, models


def all_revisions_went_live(apps, schema_editor):
    """Until now a revision was made at the moment at which it went live."""
    Revision, GuideEvent = apps.get_model('articles', 'Revision'), apps.get_model('articles', 'GuideEvent')
    Revision.objects.update(went_live_at=models.F('created_at'))
    GuideEvent.objects.bulk_create(
        (
            GuideEvent(article_id=article, revision_id=pk, kind='published', at=at, by_id=by)
            for pk, article, at, by in Revision.objects.values_list('pk', 'article', 'created_at', 'created_by').iterator()
        ),
        batch_size=500,
    )


def forget_events(apps, schema_editor):
    apps.get_model('articles', 'GuideEvent').objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0002_publishing_and_history'),
    ]

    operations = [
        migrations.RunPython(all_revisions_went_live, forget_events),
    ]
