from django.db import models
from django.urls import reverse


class Topic(models.Model):
    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.name


class Author(models.Model):
    name = models.CharField(max_length=80)
    role = models.CharField(max_length=120)
    biography = models.TextField()

    def __str__(self) -> str:
        return self.name


class Guide(models.Model):
    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=120)
    standfirst = models.TextField()
    description = models.TextField()
    body = models.TextField()
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="guides")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="guides")
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(db_index=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-published_at"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("guide", args=[self.slug])


class Enquiry(models.Model):
    ROLES = [("candidate", "Looking for work"), ("client", "Hiring"), ("other", "Something else")]

    role = models.CharField("I am", max_length=20, choices=ROLES)
    name = models.CharField(max_length=200)
    email = models.EmailField("e-mail")
    phone = models.CharField(max_length=40, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    location = models.CharField(max_length=200, blank=True)
    message = models.TextField()
    received_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name
