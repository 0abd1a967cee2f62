// SPDX-License-Identifier: GPL-3.0-or-later
#include "registryserver.h"

#include "support/await.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>
#include <QUuid>

#include <openssl/evp.h>
#include <openssl/pem.h>

namespace pd::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray runOrDie(const QString &program, const QStringList &arguments)
{
    ProcessSpec spec;
    spec.program = findProgram(program);
    spec.arguments = arguments;
    const auto result = await(runProcess(std::move(spec), {}));
    if (!result || result->exitCode != 0)
        qFatal("%s failed: %s", qPrintable(program), result ? result->err.constData() : qPrintable(result.error().cause));
    return result->out;
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

Certificates::Certificates()
{
    const QString san = m_folder.filePath(u"san.cnf"_s);
    writeFile(san, "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
    const QString caKey = m_folder.filePath(u"ca.key"_s);
    const QString request = m_folder.filePath(u"server.csr"_s);
    const QStringList newKey{u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s};
    openssl(newKey + QStringList{u"-x509"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=test CA"_s, u"-keyout"_s, caKey, u"-out"_s, ca()});
    openssl(newKey + QStringList{u"-subj"_s, u"/CN=registry"_s, u"-keyout"_s, serverKey(), u"-out"_s, request});
    openssl({u"x509"_s, u"-req"_s, u"-in"_s, request, u"-CA"_s, ca(), u"-CAkey"_s, caKey, u"-CAcreateserial"_s, u"-days"_s, u"2"_s,
        u"-extfile"_s, san, u"-out"_s, server()});
    openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=tokens"_s, u"-keyout"_s,
        tokenKey(), u"-out"_s, token()});
}

void Certificates::openssl(const QStringList &arguments)
{
    runOrDie(u"openssl"_s, arguments);
}

TokenServer::TokenServer(const Certificates &certificates, Mood mood, int secondsGood)
    : m_keyPem(readFile(certificates.tokenKey()))
    , m_mood(mood)
    , m_secondsGood(secondsGood)
    , m_server([this](const Received &request, Peer &peer) { answer(request, peer); })
{
    QByteArray pem = readFile(certificates.token());
    pem = pem.mid(pem.indexOf("-----BEGIN CERTIFICATE-----") + 27);
    m_certificateDer = QByteArray::fromBase64(pem.left(pem.indexOf("-----END")));
}

void TokenServer::answer(const Received &request, Peer &peer)
{
    QByteArray body = request.method == "POST" ? request.body : request.target.mid(request.target.indexOf('?') + 1);
    const QUrlQuery query(QString::fromLatin1(body.replace('+', "%20")));
    QString user;
    if (const QByteArray basic = request.header("authorization"); basic.startsWith("Basic "))
        user = QByteArray::fromBase64(basic.mid(6)) == "me:s3cret" ? u"me"_s : u"?"_s;
    if (query.queryItemValue(u"refresh_token"_s, QUrl::FullyDecoded) == "identity-s3cret"_L1)
        user = u"me"_s;
    const Mood mood = m_mood;
    const bool allowed
        = mood == Mood::IgnoreAll || (mood != Mood::DenyAll && (user == "me"_L1 || (user.isEmpty() && mood == Mood::PublicPull)));
    if (!allowed) {
        peer.reply(401, R"({"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]})");
        return;
    }
    QStringList scopes;
    for (const QString &item : query.allQueryItemValues(u"scope"_s, QUrl::FullyDecoded))
        scopes += item.split(u' ', Qt::SkipEmptyParts);
    if (user.isEmpty() && mood == Mood::PublicPull)
        scopes.replaceInStrings(QRegularExpression(u":[a-z,]*$"_s), u":pull"_s);
    const QJsonObject reply{{u"token"_s, QString::fromLatin1(sign(claims(user, scopes)))}, {u"expires_in"_s, m_secondsGood}};
    peer.reply(200, QJsonDocument(reply).toJson(QJsonDocument::Compact), {"Content-Type: application/json"});
}

QByteArray TokenServer::claims(const QString &user, const QStringList &scopes) const
{
    QJsonArray access;
    for (const QString &scope : scopes) {
        const qsizetype first = scope.indexOf(u':');
        const qsizetype last = scope.lastIndexOf(u':');
        access.append(QJsonObject{{u"type"_s, scope.left(first)}, {u"name"_s, scope.mid(first + 1, last - first - 1)},
            {u"actions"_s, QJsonArray::fromStringList(scope.mid(last + 1).split(u','))}});
    }
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    return QJsonDocument(
        QJsonObject{{u"iss"_s, u"tests"_s}, {u"sub"_s, user}, {u"aud"_s, u"test registry & co"_s}, {u"exp"_s, now + m_secondsGood},
            {u"nbf"_s, now - 5}, {u"iat"_s, now}, {u"jti"_s, QUuid::createUuid().toString(QUuid::Id128)}, {u"access"_s, access}})
        .toJson(QJsonDocument::Compact);
}

QByteArray TokenServer::sign(const QByteArray &claims) const
{
    const QJsonObject header{
        {u"typ"_s, u"JWT"_s}, {u"alg"_s, u"RS256"_s}, {u"x5c"_s, QJsonArray{QString::fromLatin1(m_certificateDer.toBase64())}}};
    const QByteArray text = base64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.' + base64Url(claims);
    BIO *pem = BIO_new_mem_buf(m_keyPem.constData(), static_cast<int>(m_keyPem.size()));
    EVP_PKEY *key = PEM_read_bio_PrivateKey(pem, nullptr, nullptr, nullptr);
    BIO_free(pem);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    size_t size = 0;
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData()); // NOLINT: OpenSSL's type of bytes
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key);
    EVP_DigestSign(context, nullptr, &size, bytes, static_cast<size_t>(text.size()));
    QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &size, bytes, static_cast<size_t>(text.size())); // NOLINT
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    return QByteArray(text + '.' + base64Url(signature));
}

RegistryServer::RegistryServer()
    : RegistryServer(Options())
{
}

RegistryServer::RegistryServer(const Options &options)
{
    const QString config = m_folder.filePath(u"config.yml"_s);
    const QString log = m_folder.filePath(u"log"_s);
    if (!options.htpasswdUser.isEmpty())
        writeFile(m_folder.filePath(u"htpasswd"_s),
            runOrDie(u"htpasswd"_s, {u"-Bbn"_s, u"-C"_s, u"4"_s, options.htpasswdUser, options.htpasswdPassword}));
    writeFile(config, configuration(options));
    ProcessSpec spec;
    spec.program = u"/bin/sh"_s;
    spec.arguments = {u"-c"_s, u"exec \"$1\" serve \"$2\" >\"$3\" 2>&1"_s, u"sh"_s, findProgram(u"docker-registry"_s), config, log};
    auto child = await(ChildProcess::start(std::move(spec), {}));
    if (!child)
        qFatal("docker-registry does not start: %s", qPrintable(child.error().cause));
    m_child = *std::move(child);
    const bool ready = QTest::qWaitFor(
        [&] {
            static const QRegularExpression listening(u"listening on 127\\.0\\.0\\.1:(\\d+)"_s);
            QFile file(log);
            if (file.open(QIODevice::ReadOnly))
                m_port = listening.match(QString::fromUtf8(file.readAll())).captured(1).toInt();
            return m_port > 0 || !m_child->isRunning();
        },
        20'000);
    if (!ready || m_port == 0)
        qFatal("docker-registry does not listen: %s", readFile(log).constData());
}

QByteArray RegistryServer::configuration(const Options &options) const
{
    QByteArray text = "version: 0.1\nlog:\n  level: info\n  accesslog:\n    disabled: false\nstorage:\n  filesystem:\n    rootdirectory: "
        + m_folder.filePath(u"data"_s).toUtf8() + "\n  delete:\n    enabled: " + (options.allowDelete ? "true" : "false")
        + "\nhttp:\n  addr: 127.0.0.1:0\n";
    if (!options.certificate.isEmpty())
        text += "  tls:\n    certificate: " + options.certificate.toUtf8() + "\n    key: " + options.key.toUtf8() + '\n';
    if (!options.htpasswdUser.isEmpty())
        text += "auth:\n  htpasswd:\n    realm: tests\n    path: " + m_folder.filePath(u"htpasswd"_s).toUtf8() + '\n';
    if (!options.tokenRealm.isEmpty())
        text += "auth:\n  token:\n    realm: " + options.tokenRealm.toEncoded()
            + "\n    service: \"test registry & co\"\n    issuer: tests\n    rootcertbundle: " + options.tokenCertificate.toUtf8() + '\n';
    return text;
}

QList<QByteArray> RegistryServer::accessLog() const
{
    QList<QByteArray> lines;
    for (const QByteArray &line : readFile(m_folder.filePath(u"log"_s)).split('\n')) {
        if (line.contains(" HTTP/1.1\" ") && !line.startsWith("time="))
            lines.append(line);
    }
    return lines;
}

int RegistryServer::count(const QByteArray &text) const
{
    const QList<QByteArray> lines = accessLog();
    return static_cast<int>(std::ranges::count_if(lines, [&text](const QByteArray &line) { return line.contains(text); }));
}

} // namespace pd::test
