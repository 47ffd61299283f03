"""The manifests: valid for Kubernetes, and in agreement with each other and with the service's own settings."""

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from service.settings import Settings
from service.version import VERSION

FOLDER = Path(__file__).parents[2] / "deploy" / "kubernetes"
PLAIN = sorted(path for path in FOLDER.rglob("*.yaml") if path.name != "kustomization.yaml")
OVERLAYS = sorted(path.parent for path in FOLDER.glob("overlays/*/kustomization.yaml"))
# The oldest that is supported: the pause of preStop is on by default since then. And the newest with schemas here.
VERSIONS = ("1.30", "1.37")
LABELS = {"app.kubernetes.io/name": "news-metadata"}
# What we use of a ServiceMonitor, whose schema is the Prometheus operator's and in no package: the names it has there.
MONITOR_FIELDS = {"selector", "endpoints"}
ENDPOINT_FIELDS = {"port", "path", "interval", "authorization"}


def name_of(path):
    return str(path.relative_to(FOLDER))


def read(name):
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def build(overlay):
    """The manifests of an overlay, as kubectl builds them."""
    if shutil.which("kubectl") is None:
        pytest.skip("there is no kubectl, whose kustomize builds the overlays")
    built = subprocess.run(["kubectl", "kustomize", overlay], capture_output=True, text=True, check=True)
    return list(yaml.safe_load_all(built.stdout))


def validate(manifest, version):
    kubernetes_validate = pytest.importorskip(
        "kubernetes_validate", reason="kubernetes-validate is not installed: `make check-deploy` installs it"
    )
    if not manifest["apiVersion"].startswith("monitoring.coreos.com/"):
        kubernetes_validate.validate(manifest, version, strict=True)


@pytest.fixture
def pod():
    return read("base/deployment.yaml")["spec"]["template"]["spec"]


@pytest.fixture
def container(pod):
    return pod["containers"][0]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("path", PLAIN, ids=name_of)
def test_a_manifest_is_valid(path, version):
    validate(read(path), version)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("overlay", OVERLAYS, ids=name_of)
def test_an_overlay_is_valid(overlay, version):
    for manifest in build(overlay):
        validate(manifest, version)


@pytest.mark.parametrize("overlay", OVERLAYS, ids=name_of)
def test_as_many_workers_run_as_cpus_are_asked_for(overlay):
    (deployment,) = (manifest for manifest in build(overlay) if manifest["kind"] == "Deployment")
    container = deployment["spec"]["template"]["spec"]["containers"][0]

    assert {"name": "WORKERS", "value": container["resources"]["requests"]["cpu"]} in container["env"]


def test_only_without_an_autoscaler_is_the_number_of_pods_set():
    for overlay in OVERLAYS:
        kinds = {manifest["kind"]: manifest for manifest in build(overlay)}
        assert ("HorizontalPodAutoscaler" in kinds) != ("replicas" in kinds["Deployment"]["spec"])


def test_everything_chooses_the_same_pods():
    deployment = read("base/deployment.yaml")["spec"]

    assert deployment["template"]["metadata"]["labels"] == LABELS
    assert deployment["selector"]["matchLabels"] == LABELS
    assert read("base/service.yaml")["spec"]["selector"] == LABELS
    assert read("base/disruption-budget.yaml")["spec"]["selector"]["matchLabels"] == LABELS
    assert read("base/network-policy.yaml")["spec"]["podSelector"]["matchLabels"] == LABELS
    assert read("components/monitoring/service-monitor.yaml")["spec"]["selector"]["matchLabels"] == LABELS
    spread = deployment["template"]["spec"]["topologySpreadConstraints"]
    assert [constraint["labelSelector"]["matchLabels"] for constraint in spread] == [LABELS, LABELS]


def test_every_manifest_of_the_base_is_in_it():
    files = {path.name for path in (FOLDER / "base").iterdir()} - {"kustomization.yaml"}

    assert set(read("base/kustomization.yaml")["resources"]) == files


def test_a_pod_has_the_time_to_end_what_it_has_accepted(pod, container):
    pause = container["lifecycle"]["preStop"]["sleep"]["seconds"]

    assert pod["terminationGracePeriodSeconds"] > pause + Settings().graceful_timeout
    assert read("base/deployment.yaml")["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0


def test_a_pod_may_do_nothing_but_serve(pod, container):
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"] == {"runAsNonRoot": True, "seccompProfile": {"type": "RuntimeDefault"}}
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    policy = read("base/network-policy.yaml")["spec"]
    assert (set(policy["policyTypes"]), policy["egress"]) == ({"Ingress", "Egress"}, [])


def test_what_is_written_to_is_in_memory(pod, container):
    volumes = {volume["name"]: volume["emptyDir"]["medium"] for volume in pod["volumes"]}
    mounts = {mount["mountPath"]: volumes[mount["name"]] for mount in container["volumeMounts"]}

    assert mounts == {"/tmp": "Memory", "/dev/shm": "Memory"}


def test_ports_and_probes_are_those_of_the_service(container, client):
    assert container["ports"] == [{"name": "http", "containerPort": Settings().port}]
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        request = container[probe]["httpGet"]
        assert request["port"] == "http"
        assert client.get(request["path"]).status_code == 200
    assert container["livenessProbe"]["httpGet"]["path"] == "/livez"


def test_the_image_is_of_this_version(container):
    assert container["image"] == f"news-metadata:{VERSION}"


def test_the_service_monitor_names_what_there_is(client):
    monitor = read("components/monitoring/service-monitor.yaml")
    (endpoint,) = monitor["spec"]["endpoints"]

    assert (monitor["apiVersion"], monitor["kind"]) == ("monitoring.coreos.com/v1", "ServiceMonitor")
    assert monitor["spec"].keys() <= MONITOR_FIELDS
    assert endpoint.keys() <= ENDPOINT_FIELDS
    assert endpoint["port"] in [port["name"] for port in read("base/service.yaml")["spec"]["ports"]]
    assert client.get(endpoint["path"]).status_code == 200
