from django.db import migrations

# How the makers of these write their names, and how others write them.
NAMES = {
    'Django': 'DJango',
    'GitHub': 'Github, Git Hub',
    'GitLab': 'Gitlab',
    'JavaScript': 'Javascript, Java Script',
    'Kubernetes': 'Kubernetees, Kubernets, kubernetes',
    'LinkedIn': 'Linkedin, Linked In, LinkedIN',
    'MongoDB': 'MongoDb, Mongo DB',
    'MySQL': 'MySql, My SQL',
    'Node.js': 'NodeJS, NodeJs, Node JS',
    'PostgreSQL': 'Postgresql, PostGreSQL, Postgres SQL',
    'PyTorch': 'Pytorch, Py Torch',
    'TensorFlow': 'Tensorflow, Tensor Flow',
    'TypeScript': 'Typescript, Type Script',
    'scikit-learn': 'Scikit-learn, Scikit-Learn, scikit learn',
}
KNOWN = ['AI', 'AWS', 'CSS', 'CV', 'FAQ', 'GDPR', 'HR', 'HTML', 'HTTP', 'IT', 'JSON', 'NHS', 'PAYE', 'PDF', 'SQL', 'UK', 'US', 'VAT']


def fill(apps, schema_editor):
    """The word list that a site begins with; editors change it as they like."""
    Term = apps.get_model('articles', 'Term')
    terms = [Term(name=name, avoid=avoid) for name, avoid in NAMES.items()]
    Term.objects.bulk_create(terms + [Term(name=name, is_known=True) for name in KNOWN])


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0003_past_revisions_went_live'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
