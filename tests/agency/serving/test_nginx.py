"""The configuration of nginx that we ship: nginx takes it, and static files carry the site's headers."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.templatetags.static import static
from django.test import Client

ROOT = Path(__file__).parents[3]
CONFIGURATION = ROOT / "docs/nginx.conf"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
OF_THE_FILE = {"ETag", "Expires", "Last-Modified", "Content-Length", "Content-Type", "Content-Encoding", "Vary", "Date"}


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
def test_nginx_takes_it(tmp_path: Path) -> None:
    certificate, key = tmp_path / "fullchain.pem", tmp_path / "privkey.pem"
    making = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=www.example.org"]
    subprocess.run([*making, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    site = CONFIGURATION.read_text()
    for folder in ("/etc/ssl/website", "/var/cache/nginx/website", "/var/log/nginx", "/var/lib/website-static"):
        assert folder in site
        site = site.replace(folder, str(tmp_path))
    (tmp_path / "site.conf").write_text(site)
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log stderr; events {{}}\nhttp {{ include {tmp_path}/site.conf; }}\n"
    )

    command = [str(NGINX), "-t", "-q", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    checked = subprocess.run(command, capture_output=True, text=True)

    assert "[emerg]" not in checked.stderr
    assert checked.returncode == 0, checked.stderr


@pytest.mark.django_db
def test_static_files_have_the_headers_of_the_site(client: Client) -> None:
    shipped = dict(re.findall(r'add_header ([\w-]+) "?([^";]+(?:; [^"]+)?)"?;', CONFIGURATION.read_text()))

    response = client.get(static("css/base.css"))
    response.close()

    assert response.status_code == 200
    sent = {name: value for name, value in response.headers.items() if name not in OF_THE_FILE}
    # Said by a site whose address is https.
    assert shipped.pop("Strict-Transport-Security") == "max-age=63072000"
    assert shipped == sent
