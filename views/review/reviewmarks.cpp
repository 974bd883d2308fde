// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewmarks.h"

#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

void addResource(QCryptographicHash& hash, const mesh::ResourcePtr& resource)
{
    hash.addData(QByteArrayView("\0", 1));
    if (!resource) {
        return;
    }
    const mesh::ResourceKey& key = resource->key;
    for (const std::string& part : {key.group, key.kind, key.ns, key.name, resource->source.path}) {
        hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
        hash.addData(QByteArrayView("\0", 1));
    }
    const source::ByteRange range = resource->rootNode().range();
    hash.addData(QByteArrayView(resource->text->text->data() + range.begin, range.size()));
}

/// Both texts: another push of the branch makes another one of it.
QString fingerprintOf(const changes::ResourceChange& change)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    addResource(hash, change.before);
    addResource(hash, change.after);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

ReviewMarks::ReviewMarks(QSettings& settings)
    : m_settings(settings)
{
}

void ReviewMarks::setReview(const QString& repository, const QString& base, const QString& head)
{
    const QByteArray name = (repository + u'\0' + base + u'\0' + head).toUtf8();
    m_key = u"reviews/"_s + QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex());
    const QStringList viewed = m_settings.value(m_key + u"/viewed"_s).toStringList();
    m_viewed = QSet<QString>(viewed.begin(), viewed.end());
    m_fingerprints.clear();
    m_notes.clear();
    const int count = m_settings.beginReadArray(m_key + u"/notes"_s);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        m_notes.push_back({m_settings.value(u"path"_s).toString(), m_settings.value(u"line"_s).toInt(),
                           m_settings.value(u"old"_s).toBool(), m_settings.value(u"text"_s).toString()});
    }
    m_settings.endArray();
}

const QString& ReviewMarks::fingerprint(const changes::ResourceChange& change) const
{
    QString& known = m_fingerprints[&change];
    if (known.isEmpty()) {
        known = fingerprintOf(change);
    }
    return known;
}

bool ReviewMarks::isViewed(const changes::ResourceChange& change) const
{
    return m_viewed.contains(fingerprint(change));
}

void ReviewMarks::setViewed(const changes::ResourceChange& change, bool viewed)
{
    if (viewed) {
        m_viewed.insert(fingerprint(change));
    } else {
        m_viewed.remove(fingerprint(change));
    }
    write();
}

void ReviewMarks::setNote(const ReviewNote& note)
{
    const auto same = std::ranges::find_if(m_notes, [&](const ReviewNote& each) {
        return each.path == note.path && each.line == note.line && each.isOld == note.isOld;
    });
    if (note.text.trimmed().isEmpty()) {
        if (same != m_notes.end()) {
            m_notes.erase(same);
        }
    } else if (same != m_notes.end()) {
        same->text = note.text;
    } else {
        m_notes.push_back(note);
        std::ranges::sort(m_notes, {}, [](const ReviewNote& each) { return std::tie(each.path, each.line); });
    }
    write();
}

void ReviewMarks::write()
{
    QStringList viewed(m_viewed.begin(), m_viewed.end());
    viewed.sort();
    m_settings.setValue(m_key + u"/viewed"_s, viewed);
    m_settings.remove(m_key + u"/notes"_s);
    m_settings.beginWriteArray(m_key + u"/notes"_s, static_cast<int>(m_notes.size()));
    for (int i = 0; i < static_cast<int>(m_notes.size()); ++i) {
        const ReviewNote& note = m_notes[static_cast<std::size_t>(i)];
        m_settings.setArrayIndex(i);
        m_settings.setValue(u"path"_s, note.path);
        m_settings.setValue(u"line"_s, note.line);
        m_settings.setValue(u"old"_s, note.isOld);
        m_settings.setValue(u"text"_s, note.text);
    }
    m_settings.endArray();
}

} // namespace meshdraft::views
