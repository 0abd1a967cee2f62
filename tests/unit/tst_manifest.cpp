// SPDX-License-Identifier: GPL-3.0-or-later
#include "oci/jsonwriter.h"
#include "oci/manifest.h"
#include "oci/mediatypes.h"
#include "support/result.h"
#include "support/runner.h"

using namespace pd;
using namespace pd::oci;

namespace {

const QByteArray config
    = R"({"mediaType":"application/vnd.oci.empty.v1+json","digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","size":2})";
const QByteArray layer
    = R"({"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8b","size":117})";

QByteArray manifest(const QByteArray &more = {}, const QByteArray &layers = layer)
{
    return "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":" + config + ",\"layers\":["
        + layers + "]" + more + "}";
}

QByteArray withLayer(const QByteArray &from, const QByteArray &to)
{
    return manifest({}, QByteArray(layer).replace(from, to));
}

} // namespace

class TestManifest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsExactBytes();
    void writesWhatItRead();
    void refuses_data();
    void refuses();
    void refusesWhatIsTooLarge();
    void contentTypeMustAgree();
    void anIndexIsNoManifest();
    void nullsReadAsNothing();
    void escapesAsGoDoes();
};

void TestManifest::keepsExactBytes()
{
    const QByteArray bytes = "  " + manifest(R"(,"annotations":{"b":"2","a":"<ü>"},"unknown":{"deep":[1,2.5,true]})") + "\n";
    const auto parsed = Manifest::parse(bytes);
    VERIFY_RESULT(parsed);
    QCOMPARE(parsed->bytes, bytes);
    QCOMPARE(parsed->layers.size(), 1);
    QCOMPARE(parsed->layers.first().size, 117);
    QCOMPARE(parsed->annotations.value(QStringLiteral("a")), QStringLiteral("<ü>"));
    QVERIFY(parsed->bundleLayer());
}

void TestManifest::writesWhatItRead()
{
    const QByteArray bytes = R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","artifactType":"a/b","config":)"
        + config
        + R"(,"layers":[{"mediaType":"x/y","digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8b","size":0,"urls":["https://u"],"annotations":{"k":"v"},)"
          R"("data":"e30=","platform":{"architecture":"amd64","os":"linux","os.version":"1","os.features":["f"],"variant":"v2"},"artifactType":"t/u"}],"subject":)"
        + config + R"(,"annotations":{"a":"1","b":"\u003cx\u003e"}})";
    const auto parsed = Manifest::parse(bytes);
    VERIFY_RESULT(parsed);
    QCOMPARE(parsed->toJson(), bytes);
    const QByteArray index = R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)" + layer + "]}";
    const auto parsedIndex = Index::parse(index);
    VERIFY_RESULT(parsedIndex);
    QCOMPARE(parsedIndex->toJson(), index);
}

void TestManifest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cause");
    const auto row
        = [](const char *name, const QByteArray &bytes, const char *cause) { QTest::newRow(name) << bytes << QString::fromLatin1(cause); };
    row("empty", "", "manifest.json");
    row("html", "<html>", "manifest.json");
    row("cut", manifest().chopped(1), "manifest.json");
    row("two documents", manifest() + manifest(), "manifest.json");
    row("array", "[]", "manifest.shape");
    row("number", "1", "manifest.shape");
    row("lone surrogate", manifest(R"(,"annotations":{"a":"\ud800"})"), "manifest.json");
    row("bad UTF-8", manifest(",\"annotations\":{\"a\":\"\xff\"}"), "manifest.utf8");
    row("overlong UTF-8", manifest(",\"annotations\":{\"a\":\"\xc0\xaf\"}"), "manifest.utf8");
    row("depth", manifest(",\"x\":" + QByteArray(100000, '[') + QByteArray(100000, ']')), "manifest.depth");
    row("depth, never closed", QByteArray(100000, '['), "manifest.json");
    row("duplicate key", manifest(R"(,"layers":[])"), "manifest.duplicateKey");
    row("duplicate key, other case", manifest(R"(,"Layers":[])"), "manifest.duplicateKey");
    row("duplicate key, escaped", manifest(R"(,"l\u0061yers":[])"), "manifest.duplicateKey");
    row("duplicate in annotations", manifest(R"(,"annotations":{"a":"1","a":"2"})"), "manifest.duplicateKey");
    row("duplicate in a layer", withLayer("\"size\"", "\"size\":1,\"size\""), "manifest.duplicateKey");
    row("duplicate where nobody looks", manifest(R"(,"x":[{"y":{"a":1,"a":2}}])"), "manifest.duplicateKey");
    row("layers and manifests", manifest(R"(,"manifests":[])"), "manifest.ambiguous");
    row("version 1", manifest().replace("\"schemaVersion\":2", "\"schemaVersion\":1"), "manifest.shape");
    row("version as text", manifest().replace("\"schemaVersion\":2", "\"schemaVersion\":\"2\""), "manifest.shape");
    row("no config", QByteArray(manifest()).replace("\"config\"", "\"konfig\""), "manifest.shape");
    row("layers no list", QByteArray(manifest()).replace(QByteArray("[" + layer + "]"), layer), "manifest.shape");
    row("layer no object", manifest({}, "1"), "manifest.shape");
    row("media type of something else", QByteArray(manifest()).replace("image.manifest", "image.config"), "manifest.mediaType");
    row("annotation no text", manifest(R"(,"annotations":{"a":1})"), "manifest.shape");
    row("annotations no object", manifest(R"(,"annotations":"a")"), "manifest.shape");
    row("negative size", withLayer("117", "-1"), "manifest.shape");
    row("size a fraction", withLayer("117", "1.5"), "manifest.shape");
    row("size too large", withLayer("117", "9223372036854775808"), "manifest.shape");
    row("size as text", withLayer("117", "\"117\""), "manifest.shape");
    row("no size", withLayer(",\"size\":117", ""), "manifest.shape");
    row("no media type", withLayer("mediaType", "mediatipe"), "manifest.shape");
    row("digest with a path", withLayer("sha256:44136fa355b3678a1146", "sha256:../../../../../../"), "digest.syntax");
    row("digest in capitals", withLayer("sha256:44136fa", "sha256:44136FA"), "digest.syntax");
    row("digest unknown", withLayer("sha256:", "sha3-256:"), "digest.algorithm");
    row("subject without digest", manifest(R"(,"subject":{})"), "manifest.shape");
}

void TestManifest::refuses()
{
    QFETCH(const QByteArray, bytes);
    const auto parsed = Manifest::parse(bytes);
    QVERIFY(!parsed);
    QTEST(parsed.error().cause, "cause");
    QVERIFY(parsed.error().blame == Blame::Registry);
}

void TestManifest::refusesWhatIsTooLarge()
{
    const QByteArray frame = manifest(R"(,"annotations":{"a":""})");
    const auto filled = [&frame](qint64 size) { return QByteArray(frame).insert(frame.size() - 3, QByteArray(size - frame.size(), 'x')); };
    VERIFY_RESULT(Manifest::parse(filled(maxManifestBytes)));
    const auto over = Manifest::parse(filled(maxManifestBytes + 1));
    QVERIFY(!over);
    QCOMPARE(over.error().cause, QStringLiteral("manifest.tooLarge"));
}

void TestManifest::contentTypeMustAgree()
{
    VERIFY_RESULT(Manifest::parse(manifest(), mediaTypeManifest.toString()));
    const auto other = Manifest::parse(manifest(), mediaTypeDockerManifest.toString());
    QVERIFY(!other);
    QCOMPARE(other.error().cause, QStringLiteral("manifest.mediaType"));
    const QByteArray untyped = QByteArray(manifest()).replace("\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",", "");
    VERIFY_RESULT(Manifest::parse(untyped, mediaTypeManifest.toString()));
    QVERIFY(!Manifest::parse(untyped, u"text/html"));
}

void TestManifest::anIndexIsNoManifest()
{
    const QByteArray index = R"({"schemaVersion":2,"manifests":[]})";
    QVERIFY(!Manifest::parse(index));
    VERIFY_RESULT(Index::parse(index));
    QVERIFY(!Index::parse(manifest()));
    const auto both = Index::parse(manifest(R"(,"manifests":[])"));
    QVERIFY(!both);
    QCOMPARE(both.error().cause, QStringLiteral("manifest.ambiguous"));
}

void TestManifest::nullsReadAsNothing()
{
    const auto index = Index::parse(R"({"schemaVersion":2,"manifests":null,"annotations":null})");
    VERIFY_RESULT(index);
    QVERIFY(index->manifests.isEmpty());
}

void TestManifest::escapesAsGoDoes()
{
    QByteArray out;
    appendJsonString(out, QStringLiteral("a\"\\<>&\b\f\n\r\t\u0001\u007f\u2028\u2029ü\U0001F600"));
    QCOMPARE(out,
        QByteArray(R"("a\"\\\u003c\u003e\u0026\b\f\n\r\t\u0001)"
                   "\x7f"
                   R"(\u2028\u2029ü😀")"));
    out.clear();
    // By UTF-16 the emoji (a surrogate) would come before U+FFFD.
    appendJsonObject(out, {{QStringLiteral("\U0001F600"), QStringLiteral("2")}, {QStringLiteral("\uFFFD"), QStringLiteral("1")}});
    QCOMPARE(out, QByteArray("{\"\xef\xbf\xbd\":\"1\",\"\xf0\x9f\x98\x80\":\"2\"}"));
}

PD_TEST(TestManifest)
#include "tst_manifest.moc"
