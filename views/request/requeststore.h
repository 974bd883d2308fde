// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/request.h"

#include <QByteArray>
#include <QString>
#include <QTimer>

#include <optional>
#include <vector>

class QSettings;

namespace meshdraft::views {

/// A request as one line of JSON. Secrets in headers, path and parameters (tokens, cookies, keys) are replaced in it.
QByteArray writeRequest(const traffic::Request& request);
/// Nothing where it is not such a line.
std::optional<traffic::Request> readRequest(const QByteArray& line);

/// The requests that were asked last, and those that were saved, of each repository. What was asked is written when
/// nothing more is asked for a while: settings wait for the disk, and the picture should not.
class RequestStore {
public:
    explicit RequestStore(QSettings& settings);
    ~RequestStore();
    RequestStore(const RequestStore&) = delete;
    RequestStore& operator=(const RequestStore&) = delete;

    /// Whose requests the others mean; empty: none are kept.
    void setRepository(const QString& directory);

    const std::vector<traffic::Request>& recent() const { return m_recent; }
    std::vector<traffic::Request> saved() const { return read(u"saved"); }
    void addRecent(const traffic::Request& request);
    void save(const traffic::Request& request);
    void forget(const traffic::Request& request);
    bool isSaved(const traffic::Request& request) const;

private:
    void flush();
    std::vector<traffic::Request> read(QStringView list) const;
    void write(QStringView list, const std::vector<traffic::Request>& requests);
    QString keyOf(QStringView list) const;

    QSettings& m_settings;
    QString m_repository;
    std::vector<traffic::Request> m_recent;
    QTimer m_later; ///< runs while m_recent is not written
};

} // namespace meshdraft::views
