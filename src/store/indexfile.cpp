// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexfile.h"

#include "oci/jsonwriter.h"
#include "oci/mediatypes.h"

#include <QFileInfo>

#include <simdjson.h>

#include <chrono>
#include <thread>

namespace pd::store {

namespace {

namespace dom = simdjson::dom;
namespace ondemand = simdjson::ondemand;

constexpr qint64 maxIndexBytes = 512 * 1024 * 1024;
constexpr size_t maxDepth = 256;
constexpr int attempts = 40;
constexpr std::chrono::milliseconds pause{25};
constexpr mode_t indexMode = 0644;

std::unexpected<Error> broken(const char *detail)
{
    return fail(ErrorKind::Integrity, Blame::Computer, QStringLiteral("store.index"), {}, QString::fromUtf8(detail));
}

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QByteArray trimmed(std::string_view view)
{
    return QByteArrayView(view.data(), static_cast<qsizetype>(view.size())).trimmed().toByteArray();
}

/// Fills what an entry says; leaves it "not understood" where that is no descriptor.
void understand(dom::element element, IndexEntry &entry)
{
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS)
        return;
    std::string_view view;
    if (object.at_key("annotations").at_key("org.opencontainers.image.ref.name").get(view) == simdjson::SUCCESS)
        entry.refName = text(view);
    if (object.at_key("mediaType").get(view) == simdjson::SUCCESS)
        entry.mediaType = text(view);
    int64_t size = -1;
    if (object.at_key("size").get(size) != simdjson::SUCCESS || size < 0)
        return;
    entry.size = size;
    if (object.at_key("digest").get(view) != simdjson::SUCCESS)
        return;
    if (auto digest = oci::Digest::parse(text(view)))
        entry.digest = *digest;
}

/// Takes the entries' own text out of the file, and reads each.
Result<QList<IndexEntry>> readEntries(ondemand::value value)
{
    QList<IndexEntry> entries;
    if (value.is_null())
        return entries;
    ondemand::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS)
        return broken("manifests is no list");
    dom::parser parser;
    for (auto item : array) {
        std::string_view raw;
        if (item.raw_json().get(raw) != simdjson::SUCCESS)
            return broken("an entry is no JSON");
        IndexEntry entry;
        entry.raw = trimmed(raw);
        dom::element element;
        // The slice lies inside the padded whole.
        if (parser.parse(raw.data(), raw.size(), false).get(element) == simdjson::SUCCESS)
            understand(element, entry);
        entries.append(std::move(entry));
    }
    return entries;
}

} // namespace

QString refKey(const QString &refName)
{
    const qsizetype slash = refName.indexOf(QLatin1Char('/'));
    const bool capitals = std::ranges::any_of(QStringView(refName).first(qMax<qsizetype>(slash, 0)), [](QChar c) { return c.isUpper(); });
    return capitals ? QString(refName.first(slash).toLower() + refName.sliced(slash)) : refName;
}

Result<IndexEntry> parseEntry(const QByteArray &raw)
{
    dom::parser parser;
    dom::element element;
    if (parser.parse(raw.constData(), static_cast<size_t>(raw.size()), true).get(element) != simdjson::SUCCESS)
        return broken("an entry is no JSON");
    IndexEntry entry;
    entry.raw = raw;
    understand(element, entry);
    return entry;
}

Result<StoreIndex> StoreIndex::parse(const QByteArray &bytes)
{
    // Slicing skips over what it does not look at: the whole is checked first.
    const simdjson::padded_string padded(bytes.constData(), static_cast<size_t>(bytes.size()));
    dom::parser checker;
    if (checker.allocate(std::max<size_t>(padded.size(), 64), maxDepth) != simdjson::SUCCESS)
        return broken("too large");
    if (const auto error = checker.parse(padded).error(); error != simdjson::SUCCESS)
        return broken(simdjson::error_message(error));
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object object;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS || document.get_object().get(object) != simdjson::SUCCESS)
        return broken("no object");
    StoreIndex index;
    bool found = false;
    for (auto field : object) {
        std::string_view key;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS)
            return broken("a key is no text");
        if (key == "manifests") {
            if (std::exchange(found, true))
                return broken("manifests stands there twice");
            ondemand::value value;
            if (field.value().get(value) != simdjson::SUCCESS)
                return broken("manifests is no list");
            auto entries = readEntries(value);
            if (!entries)
                return std::unexpected(std::move(entries.error()));
            index.entries = std::move(*entries);
            continue;
        }
        QByteArray name;
        oci::appendJsonString(name, text(key));
        std::string_view raw;
        if (field.value().raw_json().get(raw) != simdjson::SUCCESS)
            return broken("a member is no JSON");
        (found ? index.after : index.before).append({name, trimmed(raw)});
    }
    return index;
}

Result<StoreIndex> StoreIndex::load(const QString &path)
{
    for (int attempt = 1;; ++attempt) {
        FileState state;
        auto bytes = readFile(path, maxIndexBytes, QStringLiteral("store.index.read"), &state);
        if (!bytes && bytes.error().kind == ErrorKind::NotFound) {
            StoreIndex index;
            QByteArray mediaType;
            oci::appendJsonString(mediaType, QString(oci::mediaTypeIndex));
            index.before = {{"\"schemaVersion\"", "2"}, {"\"mediaType\"", mediaType}};
            return index;
        }
        if (!bytes)
            return std::unexpected(std::move(bytes.error()));
        auto index = parse(*bytes);
        if (index) {
            index->state = state;
            return index;
        }
        if (attempt == attempts) {
            index.error().subject = path;
            return index;
        }
        std::this_thread::sleep_for(pause);
    }
}

QByteArray StoreIndex::toJson() const
{
    QByteArray out("{");
    const auto appendMember = [&out](const QByteArray &key, const QByteArray &value) {
        if (out.size() > 1)
            out += ',';
        out += key + ':' + value;
    };
    for (const auto &[key, value] : before)
        appendMember(key, value);
    QByteArray list("[");
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (i > 0)
            list += ',';
        list += entries.at(i).raw;
    }
    appendMember("\"manifests\"", list + ']');
    for (const auto &[key, value] : after)
        appendMember(key, value);
    out += '}';
    return out;
}

const IndexEntry *StoreIndex::find(const QString &refName) const
{
    const QString key = refKey(refName);
    const IndexEntry *exact = nullptr;
    const IndexEntry *alike = nullptr;
    for (const IndexEntry &entry : entries) {
        if (entry.refName == refName)
            exact = &entry;
        else if (!entry.refName.isEmpty() && refKey(entry.refName) == key)
            alike = &entry;
    }
    return exact ? exact : alike;
}

void StoreIndex::removeAll(const QString &refName)
{
    const QString key = refKey(refName);
    entries.removeIf([&](const IndexEntry &entry) { return !entry.refName.isEmpty() && refKey(entry.refName) == key; });
}

Result<void> updateIndex(const QString &path, const std::function<Result<bool>(StoreIndex &)> &change)
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto index = StoreIndex::load(path);
        if (!index)
            return std::unexpected(std::move(index.error()));
        auto changed = change(*index);
        if (!changed)
            return std::unexpected(std::move(changed.error()));
        if (!*changed)
            return {};
        auto file = TempFile::create(QFileInfo(path).path(), QStringLiteral(".index.json."));
        if (!file)
            return std::unexpected(std::move(file.error()));
        if (auto written = file->write(index->toJson()); !written)
            return written;
        if (auto sealed = file->seal(indexMode); !sealed)
            return sealed;
        // The Policy CLI takes no lock: if it wrote since we read, our index lacks what it added.
        if (FileState::of(path) == index->state)
            return file->moveTo(path);
        std::this_thread::sleep_for(pause);
    }
    return fail(ErrorKind::Conflict, Blame::Computer, QStringLiteral("store.busy"), path);
}

} // namespace pd::store
