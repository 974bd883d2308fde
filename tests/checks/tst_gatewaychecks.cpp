// SPDX-License-Identifier: Apache-2.0
#include "tests/checks/findingtexts.h"

#include "models/checks/certificate.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::test;

namespace {

std::string gateway(const std::string& name, const std::string& selector, const std::string& servers = {},
                    const std::string& ns = "shop")
{
    return istio("Gateway", name, "{selector: {" + selector + "}, servers: [" + servers + "]}", ns);
}

std::string server(int port, const std::string& hosts, const std::string& more = {})
{
    return "{port: {number: " + std::to_string(port) + ", name: x, protocol: HTTP}, hosts: [" + hosts + "]" + more
        + "}";
}

const std::string proxy = "containers: [{name: istio-proxy, image: auto}]";
const std::string own = "istio: ingressgateway";
const std::string tls = ", tls: {mode: SIMPLE, credentialName: ";

/// Made with openssl: P-256, holds from 2020 to 2021 and from 2020 to 2120.
const std::string expired = "-----BEGIN CERTIFICATE-----\n"
                            "MIIBFzCBvgIBATAKBggqhkjOPQQDAjAYMRYwFAYDVQQDDA1hLmV4YW1wbGUuY29t\n"
                            "MB4XDTIwMDEwMTAwMDAwMFoXDTIxMDEwMTAwMDAwMFowGDEWMBQGA1UEAwwNYS5l\n"
                            "eGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHxfaqraLz5X1Svg\n"
                            "gmVvH5SgBWF2DQVOb/hnWI3DA41ByLzZCezp1BhME7UWkCLSwIGbpeFDFLtb+37p\n"
                            "dARX5UcwCgYIKoZIzj0EAwIDSAAwRQIgaM8ABWa9Z4oVn73ebbkPO9qUsD0DF1qh\n"
                            "pym+eR0RgJ0CIQCPd3tPfvnSDFoDKGVKneCOsiyh2pP4yf/CJKQIkTtfBg==\n"
                            "-----END CERTIFICATE-----\n";
const std::string valid = "-----BEGIN CERTIFICATE-----\n"
                          "MIIBGDCBwAIBAjAKBggqhkjOPQQDAjAYMRYwFAYDVQQDDA1hLmV4YW1wbGUuY29t\n"
                          "MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAYMRYwFAYDVQQDDA1h\n"
                          "LmV4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEfF9qqtovPlfV\n"
                          "K+CCZW8flKAFYXYNBU5v+GdYjcMDjUHIvNkJ7OnUGEwTtRaQItLAgZul4UMUu1v7\n"
                          "ful0BFflRzAKBggqhkjOPQQDAgNHADBEAiBlqxqFW9JIxAK6Cr3pCwWt1P9P9ITd\n"
                          "GlgWA6yGt/EEpwIgT/76h0+5YsjfxL4ZRfiCt95nhXN0299g5pw3xkGnYvc=\n"
                          "-----END CERTIFICATE-----\n";

std::string secret(const std::string& name, const std::string& rest, const std::string& ns = "istio-system")
{
    return object("v1", "Secret", name, rest, ns);
}

std::string pemSecret(const std::string& name, const std::string& pem)
{
    const auto encode = [](const std::string& text) {
        return QByteArray::fromStdString(text).toBase64().toStdString();
    };
    return secret(name, "data: {tls.crt: " + encode(pem) + ", tls.key: " + encode("k") + "}");
}

} // namespace

class TestGatewayChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void readsCertificates();
};

void TestGatewayChecks::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");

    addRow("gateway-selector", "Istio's own gateway", gateway("g", own));
    addRow("gateway-selector", "no selector is every gateway", istio("Gateway", "g", "{servers: []}"));
    addRow("gateway-selector", "another value of its label", gateway("g", "istio: typo"),
           {"IST0101 error gateway.selector(istio=typo) Gateway/g spec.selector"});
    addRow("gateway-selector", "that installations may have", gateway("g", "istio: egressgateway"),
           {"IST0101 unknown gateway.selector.unknown(istio=egressgateway; 1) Gateway/g spec.selector"});
    addRow("gateway-selector", "that an operator may bring",
           gateway("g", "istio: other") + object("install.istio.io/v1alpha1", "IstioOperator", "o", "spec: {}"),
           {"IST0101 unknown gateway.selector.unknown(istio=other; 1) Gateway/g spec.selector"});
    addRow("gateway-selector", "of which files know nothing", gateway("g", "app: gw") + gateway("h", "app: gw"),
           {"IST0101 unknown gateway.selector.unknown(app=gw; 2) Gateway/g spec.selector"});
    addRow("gateway-selector", "in files that have gateways",
           gateway("g", "app: gw") + deployment("other", "app: other", "edge", proxy),
           {"IST0101 error gateway.selector(app=gw) Gateway/g spec.selector"});
    addRow("gateway-selector", "in any namespace",
           gateway("g", "app: gw") + deployment("gw", "app: gw", "edge", proxy));
    addRow("gateway-selector", "Gateway API", object("gateway.networking.k8s.io/v1", "Gateway", "g", "spec: {}"));

    addRow("gateway-port", "of Istio's own gateway",
           gateway("g", own, server(80, "a") + ", " + server(15443, "a") + ", " + server(8080, "a")),
           {"IST0162 warning gateway.port(8080; istio=ingressgateway) Gateway/g spec.servers[2].port.number"});
    addRow("gateway-port", "of its Service in the files",
           gateway("g", own, server(80, "a") + ", " + server(9090, "a"))
               + object("v1", "Service", "istio-ingressgateway", "spec: {ports: [{port: 9090}]}", "istio-system"),
           {"IST0162 warning gateway.port(80; istio=ingressgateway) Gateway/g spec.servers[0].port.number"});
    const std::string pods = deployment("gw", "app: gw", "edge", proxy);
    addRow("gateway-port", "target ports count, UDP does not",
           gateway("g", "app: gw", server(80, "a") + ", " + server(8080, "a") + ", " + server(53, "a")) + pods
               + object("v1", "Service", "s",
                        "spec: {selector: {app: gw}, ports: [{port: 80, targetPort: 8080}, {port: 53, protocol: UDP}]}",
                        "edge"),
           {"IST0162 warning gateway.port(53; app=gw) Gateway/g spec.servers[2].port.number"});
    addRow("gateway-port", "a Service of another namespace is none",
           gateway("g", "app: gw", server(80, "a")) + pods
               + object("v1", "Service", "s", "spec: {selector: {app: gw}, ports: [{port: 80}]}", "far"),
           {"IST0162 unknown gateway.port.unknown(80; app=gw; 1) Gateway/g spec.servers[0].port.number"});

    addRow("conflicting-gateway", "the same host, port and pods",
           gateway("g", own, server(80, "a, b")) + gateway("h", own, server(80, "b") + ", " + server(81, "b"), "far"),
           {"IST0145 error gateway.conflict(far/h; 80; b) Gateway/g spec.servers[0].port.number",
            "IST0145 error gateway.conflict(shop/g; 80; b) Gateway/h spec.servers[0].port.number"});
    addRow("conflicting-gateway", "another address",
           gateway("g", own, server(80, "a")) + gateway("h", own, server(80, "a", ", bind: 10.0.0.1")));
    addRow("conflicting-gateway", "a narrower selector without pods",
           gateway("g", own, server(80, "a")) + gateway("h", own + ", x: y", server(80, "a")));
    addRow("conflicting-gateway", "a narrower selector with pods",
           gateway("g", own, server(80, "a")) + gateway("h", own + ", x: y", server(80, "a"))
               + deployment("gw", own + ", x: y"),
           {"IST0145 error gateway.conflict(shop/g; 80; a) Gateway/h spec.servers[0].port.number",
            "IST0145 error gateway.conflict(shop/h; 80; a) Gateway/g spec.servers[0].port.number"});
    addRow("conflicting-gateway", "two servers of one Gateway",
           gateway("g", own, server(80, "a") + ", " + server(80, "a")));

    addRow("gateway-certificate", "of the same pods",
           gateway("g", own, server(443, "a", tls + "c}")) + gateway("h", own, server(443, "b", tls + "c}")),
           {"IST0138 warning gateway.certificate.shared(c; shop/g) Gateway/h spec.servers[0].tls.credentialName",
            "IST0138 warning gateway.certificate.shared(c; shop/h) Gateway/g spec.servers[0].tls.credentialName"});
    addRow("gateway-certificate", "of some of them",
           gateway("g", own, server(443, "a", tls + "c}")) + gateway("h", own + ", x: y", server(443, "b", tls + "c}")),
           {"IST0138 warning gateway.certificate.shared(c; shop/h) Gateway/g spec.servers[0].tls.credentialName"});
    addRow("gateway-certificate", "in files, with its key",
           gateway("g", own, server(443, "a", ", tls: {serverCertificate: /c, privateKey: /k}"))
               + gateway("h", own, server(443, "b", ", tls: {serverCertificate: /c, privateKey: /k}"))
               + gateway("i", own, server(443, "b", ", tls: {serverCertificate: /c, privateKey: /l}")),
           {"IST0138 warning gateway.certificate.shared(/c; shop/g) Gateway/h spec.servers[0].tls.serverCertificate",
            "IST0138 warning gateway.certificate.shared(/c; shop/h) Gateway/g spec.servers[0].tls.serverCertificate"});

    const std::string secured = gateway("g", own, server(443, "a", tls + "c}"));
    addRow("gateway-credential", "no Secrets in the files", secured,
           {"IST0101 unknown credential.unknown(istio-system/c; 1) Gateway/g spec.servers[0].tls.credentialName"});
    addRow("gateway-credential", "missing among others", secured + pemSecret("d", valid),
           {"IST0101 error credential.missing(istio-system/c) Gateway/g spec.servers[0].tls.credentialName"});
    addRow("gateway-credential", "in another namespace than the pods", secured + secret("c", "data: {}", "shop"),
           {"IST0101 error credential.missing(istio-system/c) Gateway/g spec.servers[0].tls.credentialName"});
    addRow("gateway-credential", "good", secured + pemSecret("c", valid));
    addRow("gateway-credential", "in plain text", secured + secret("c", "stringData: {cert: x, key: y}"),
           {"IST0161 error credential.broken(istio-system/c) Gateway/g spec.servers[0].tls.credentialName"});
    addRow("gateway-credential", "expired", secured + pemSecret("c", expired),
           {"IST0161 error credential.expired(istio-system/c) Gateway/g spec.servers[0].tls.credentialName"});
    addRow("gateway-credential", "without a key", secured + secret("c", "data: {tls.crt: eA==}"),
           {"IST0161 error credential.keys(istio-system/c) Gateway/g spec.servers[0].tls.credentialName"});
    addRow("gateway-credential", "encrypted",
           secured + secret("c", "data: {tls.crt: 'ENC[AES256_GCM,data:x]', tls.key: 'ENC[AES256_GCM,data:x]'}"));
    addRow("gateway-credential", "sealed",
           secured + pemSecret("d", valid)
               + object("bitnami.com/v1alpha1", "SealedSecret", "c", "spec: {}", "istio-system"));
    addRow("gateway-credential", "of cert-manager",
           secured + pemSecret("d", valid)
               + object("cert-manager.io/v1", "Certificate", "x", "spec: {secretName: c}", "istio-system"));

    const auto service = [](const std::string& name, const std::string& hosts, const std::string& gateways) {
        return istio("VirtualService", name, "{hosts: [" + hosts + "], gateways: [" + gateways + "]}");
    };
    addRow("gateway-host", "a host of the Gateway",
           service("v", "a.x", "g") + gateway("g", own, server(80, "\"*.x\"")));
    addRow("gateway-host", "no host of the Gateway",
           service("v", "a.y, b.y", "mesh, g") + gateway("g", own, server(80, "a.x")),
           {"IST0132 warning gateway.host(a.y, b.y; shop/g) VirtualService/v spec.gateways[1]"});
    addRow("gateway-host", "open to another namespace only",
           service("v", "a.x", "g") + gateway("g", own, server(80, "far/a.x")),
           {"IST0132 warning gateway.host(a.x; shop/g) VirtualService/v spec.gateways[0]"});
    addRow("gateway-host", "open to its own namespace",
           service("v", "a.x", "far/g") + gateway("g", own, server(80, "./a.x"), "far"),
           {"IST0132 warning gateway.host(a.x; far/g) VirtualService/v spec.gateways[0]"});
    addRow("gateway-host", "a Gateway that is not there", service("v", "a.x", "g"),
           {"IST0132 warning gateway.host.nowhere(a.x; shop/g) VirtualService/v spec.gateways[0]"});
    addRow("gateway-host", "a Gateway of which files know nothing", service("v", "a.x", "far/g"));
    const std::string guessed = istio("VirtualService", "v", "{hosts: [a.x], gateways: [g]}", "");
    const QByteArrayList gone{"IST0132 warning gateway.host.nowhere(a.x; default/g) VirtualService/v spec.gateways[0]"};
    addRow("gateway-host", "no namespace is written, and there is no Gateway", guessed);
    addRow("gateway-host", "no namespace is written, and there are others", guessed + gateway("h", own, {}, ""), gone);
    addRow("dangling-gateway", "no namespace is written, and there is no Gateway", guessed,
           {"IST0101 unknown dangling.gateway.unknown(default/g; 1) VirtualService/v spec.gateways[0]"});
    addRow("dangling-gateway", "no namespace is written, and there are others", guessed + gateway("h", own, {}, ""),
           {"IST0101 error dangling.gateway(default/g) VirtualService/v spec.gateways[0]"});
    addRow("dangling-gateway", "a Gateway that goes where it is applied",
           service("v", "a.x", "g") + gateway("g", own, {}, ""),
           {"IST0101 unknown dangling.gateway.unknown(shop/g; 1) VirtualService/v spec.gateways[0]"});
    addRow("conflicting-gateway", "one Gateway, of which one text names no namespace",
           gateway("g", own, server(80, "a")) + gateway("g", own, server(80, "a"), ""));
    addRow("gateway-host", "a listener without a name",
           service("v", "a.x", "g")
               + object("gateway.networking.k8s.io/v1", "Gateway", "g", "spec: {listeners: [{name: l, port: 80}]}"));
    addRow("gateway-host", "made by Istio",
           service("v", "a.x", "g-istio-autogenerated-k8s-gateway~l, far/h~istio-autogenerated-k8s-gateway~l"),
           {"IST0132 warning gateway.host.nowhere(a.x; shop/g-istio-autogenerated-k8s-gateway~l) VirtualService/v "
            "spec.gateways[0]",
            "IST0165 warning gateway.internal(far/h~istio-autogenerated-k8s-gateway~l) VirtualService/v "
            "spec.gateways[1]"});

    const std::string route =
        istio("VirtualService", "v",
              "{hosts: [a.x], gateways: [g], http: [{match: [{headers: {'@request.auth.claims.r': {exact: a}}}]}]}")
        + gateway("g", own);
    const QByteArrayList unread{
        "IST0149 error claim.authentication(@request.auth.claims.r; shop/g; istio-system/istio-ingressgateway) "
        "VirtualService/v spec.http[0].match[0].headers[\"@request.auth.claims.r\"]"};
    addRow("claim-route", "no authentication", route, unread);
    addRow("claim-route", "of the root namespace",
           route + security("RequestAuthentication", "r", "{}", "istio-system"));
    addRow("claim-route", "of other pods",
           route + security("RequestAuthentication", "r", "{selector: {matchLabels: {app: x}}}", "istio-system"),
           unread);
    addRow("claim-route", "of another namespace", route + security("RequestAuthentication", "r", "{}", "shop"), unread);
}

void TestGatewayChecks::saysWhatIsWrong()
{
    QFETCH(QByteArray, check);
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    std::ranges::sort(expected);
    QCOMPARE(saidBy(check.toStdString(), text.toStdString()), expected);
}

void TestGatewayChecks::readsCertificates()
{
    const auto old = checks::validityOfPem(expired);
    QVERIFY(old.has_value());
    QVERIFY(old->from < old->until);
    QCOMPARE(old->until, qint64(1609459200));
    const auto good = checks::validityOfPem("# comment\n" + valid + "-----BEGIN CERTIFICATE-----\n");
    QVERIFY(good.has_value());
    QCOMPARE(good->until, qint64(4733510400));
    for (std::size_t cut = 0; cut + 1 < valid.size(); cut += 7)
        QVERIFY(!checks::validityOfPem(valid.substr(0, cut)));
    QVERIFY(!checks::validityOfPem("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"));
}

QTEST_GUILESS_MAIN(TestGatewayChecks)
#include "tst_gatewaychecks.moc"
