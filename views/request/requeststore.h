// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/request.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

class QSettings;

namespace meshdraft::views {

/// A request as one line of JSON. Secrets in headers, path and parameters (tokens, cookies, keys) are replaced in it.
QByteArray writeRequest(const traffic::Request& request);
/// Nothing where it is not such a line.
std::optional<traffic::Request> readRequest(const QByteArray& line);

/// The requests that were asked last, and those that were saved, of each repository.
class RequestStore {
public:
    explicit RequestStore(QSettings& settings)
        : m_settings(settings)
    {
    }
    /// Whose requests the others mean; empty: none are kept.
    void setRepository(const QString& directory);

    std::vector<traffic::Request> recent() const { return read(u"recent"); }
    std::vector<traffic::Request> saved() const { return read(u"saved"); }
    void addRecent(const traffic::Request& request);
    void save(const traffic::Request& request);
    void forget(const traffic::Request& request);
    bool isSaved(const traffic::Request& request) const;

private:
    std::vector<traffic::Request> read(QStringView list) const;
    void write(QStringView list, const std::vector<traffic::Request>& requests);
    QString keyOf(QStringView list) const;

    QSettings& m_settings;
    QString m_repository;
};

} // namespace meshdraft::views
