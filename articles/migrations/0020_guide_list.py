"""Lines of history for what is done to many guides at once, and an index by which the calendar finds publications."""

from django.db import migrations, models

from articles.lib.live_indexes import AddLiveIndex


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('articles', '0019_draft_words'),
    ]

    operations = [
        migrations.AlterField(
            model_name='guideevent',
            name='kind',
            field=models.CharField(choices=[('published', 'Published'), ('withdrawn', 'Withdrawn'), ('scheduled', 'Publication scheduled'), ('withdrawal_scheduled', 'Withdrawal scheduled'), ('unscheduled', 'Schedule cancelled'), ('not_published', 'Scheduled publication failed'), ('restored', 'Earlier revision restored into the draft'), ('discarded', 'Draft changes discarded'), ('repaired', 'Draft repaired'), ('set_aside', 'Somebody else saved first; this version conflicts with theirs'), ('merged', 'Conflicting version taken into the draft'), ('sent_for_review', 'Sent for review'), ('sent_back', 'Sent back to its author'), ('reviewed', 'Checked, still right'), ('review_moved', 'Review date set'), ('handed_over', 'Given to another owner'), ('copied', 'Made as a copy of another guide'), ('shared', 'Shared for approval'), ('unshared', 'Sharing ended'), ('approved', 'Approved'), ('commented', 'Commented')], max_length=24),
        ),
        AddLiveIndex(
            model_name='revision',
            index=models.Index(condition=models.Q(('went_live_at__isnull', False)), fields=['went_live_at'], name='went_live'),
        ),
    ]
