"""The replicas behind their proxy: as the single service runs, and a proxy that agrees with its settings."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from service.settings import Settings

ROOT = Path(__file__).parents[2]
NGINX = ROOT / "deploy" / "nginx" / "nginx.conf"


@pytest.fixture
def services():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]


def test_a_replica_is_the_single_service_without_a_port_of_the_machine(services):
    own = {"profiles": ["replicas"], "ports": [], "deploy": {"replicas": 3}}

    assert services["replica"] == {**services["news-metadata"], **own}


def test_the_proxy_starts_only_with_the_profile_and_when_replicas_are_ready(services):
    proxy = services["proxy"]

    assert proxy["profiles"] == ["replicas"]
    assert proxy["depends_on"] == {"replica": {"condition": "service_healthy"}}
    assert proxy["read_only"] is True
    assert f"./{NGINX.relative_to(ROOT)}:/etc/nginx/nginx.conf:ro" in proxy["volumes"]


def test_the_proxy_agrees_with_the_settings():
    content, settings = NGINX.read_text(encoding="utf-8"), Settings()
    seconds = {name: int(found) for name, found in re.findall(r"(\w+_timeout) (\d+)s;", content)}

    assert f"server replica:{settings.port};" in content
    assert seconds["keepalive_timeout"] < settings.keepalive
    assert seconds["proxy_read_timeout"] > settings.deadline
    assert int(re.search(r"client_max_body_size (\d+)m;", content)[1]) << 20 >= settings.max_body_bytes


def test_nginx_takes_its_configuration(tmp_path):
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
    if nginx is None:
        pytest.skip("there is no nginx")
    # A name that only the network of the containers knows, and files that another's nginx may hold.
    content = (
        NGINX.read_text(encoding="utf-8")
        .replace("server replica:", "server 127.0.0.1:")
        .replace("/tmp/", f"{tmp_path}/")
    )
    (tmp_path / "nginx.conf").write_text(content, encoding="utf-8")
    checked = subprocess.run([nginx, "-t", "-c", tmp_path / "nginx.conf"], capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stderr
