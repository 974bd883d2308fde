// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "yamldata.h"

#include <QRandomGenerator>
#include <QStringList>

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace meshdraft::tests {

/// A made-up mesh before and after a few edits, and what was done. The edits are made on data, the files are written
/// from it in a hand of their own each time a document is touched for its looks.
class EditScript {
public:
    enum class Edit : quint8 { Reorder, Rename, Move, Split, Fields, Looks, Whole };
    static constexpr int editCount = 7;

    explicit EditScript(quint32 seed, Edit main);

    using Files = std::vector<std::pair<std::string, std::string>>;
    const Files& before() const { return m_before; }
    const Files& after() const { return m_after; }
    /// What was done, one line a resource, sorted: see line().
    QStringList truth() const;
    /// "modified VirtualService a/b in x.yaml: modified spec.http[0].timeout 1s->2s".
    static QString line(std::string_view kind, const QString& name, const QString& place, QStringList fields);

private:
    struct Document {
        std::string kind;
        std::string ns;
        std::string name;
        std::string file;
        Data spec;
        std::vector<int> routes; ///< who each item of spec.http is
        quint32 hand = 0; ///< how it is written
        bool isGone = false;
        bool isNew = false;
    };
    /// What was done to a document. Places of routes are known in the end only.
    struct Done {
        std::vector<std::function<QString(const Document& before, const Document& after)>> fields;
        bool isReordered = false; ///< a list whose order has no effect
        bool isOrdered = false; ///< a list whose order has one
        bool isRenamed = false;
        bool isRewritten = false;
    };

    int pick(int count) { return m_random.bounded(count); }
    Document make(int number);
    void edit(std::size_t at, Edit what);
    void reorder(Document& document, Done& done);
    void moveRoute(Document& document, Done& done);
    void rename(Document& document, Done& done);
    void split(const std::string& file);
    void changeField(Document& document, Done& done);
    void changeRoutes(Document& document, Done& done);
    void changeWhole(std::size_t at);
    Files filesOf(const std::vector<Document>& documents) const;

    QRandomGenerator m_random;
    std::vector<Document> m_old;
    std::vector<Document> m_new; ///< the same positions; new documents behind
    std::vector<Done> m_done;
    Files m_before;
    Files m_after;
};

} // namespace meshdraft::tests
