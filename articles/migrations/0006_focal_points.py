

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0005_search_index'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='hero_focus_x',
            field=models.PositiveSmallIntegerField(db_default=50, default=50, help_text='0 keeps the left edge in sight where the picture is cropped, 50 the middle, 100 the right edge.', validators=[django.core.validators.MaxValueValidator(100)], verbose_name='what matters, across'),
        ),
        migrations.AddField(
            model_name='article',
            name='hero_focus_y',
            field=models.PositiveSmallIntegerField(db_default=50, default=50, help_text='0 keeps the top edge in sight where the picture is cropped, 50 the middle, 100 the bottom edge.', validators=[django.core.validators.MaxValueValidator(100)], verbose_name='what matters, down'),
        ),
        migrations.AddField(
            model_name='author',
            name='portrait_focus_x',
            field=models.PositiveSmallIntegerField(db_default=50, default=50, help_text='0 keeps the left edge in sight where the picture is cropped, 50 the middle, 100 the right edge.', validators=[django.core.validators.MaxValueValidator(100)], verbose_name='face, across'),
        ),
        migrations.AddField(
            model_name='author',
            name='portrait_focus_y',
            field=models.PositiveSmallIntegerField(db_default=50, default=50, help_text='0 keeps the top edge in sight where the picture is cropped, 50 the middle, 100 the bottom edge.', validators=[django.core.validators.MaxValueValidator(100)], verbose_name='face, down'),
        ),
        migrations.AlterField(
            model_name='article',
            name='hero_image',
            field=models.ImageField(blank=True, height_field='hero_height', help_text='The large picture at the top, also used on cards. At least 1,200 pixels wide; shown 16 wide to 9 high.', max_length=200, upload_to='pictures/', verbose_name='picture', width_field='hero_width'),
        ),
        migrations.AlterField(
            model_name='author',
            name='portrait',
            field=models.ImageField(blank=True, height_field='portrait_height', help_text='A photo, at least 480 pixels wide, shown square. Without one the page shows initials.', max_length=200, upload_to='pictures/', width_field='portrait_width'),
        ),
    ]
