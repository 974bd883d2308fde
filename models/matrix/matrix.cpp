// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/matrix.h"

#include "models/changes/fieldpattern.h"
#include "models/matrix/environmentreader.h"
#include "models/matrix/fieldcells.h"

#include <algorithm>
#include <map>
#include <memory>

namespace meshdraft::matrix {

namespace {

constexpr std::string_view hostSetting = "host.kind"; ///< that an environment has the host at all

using Readers = std::vector<std::unique_ptr<EnvironmentReader>>; ///< null: the environment could not be read

/// What is compared of a cell; nothing where it cannot be, or where another row says that the host is missing.
std::optional<std::string> comparedOf(const Cell& cell, bool comparesHosts)
{
    switch (cell.state) {
    case CellState::Present:
        return cell.meaning;
    case CellState::Absent:
        // A route that is not there is something else than a route without a timeout.
        return cell.note == Note::NotThere ? "!" : cell.meaning;
    case CellState::NoSuchHost:
        if (comparesHosts)
            return "!!";
        break;
    case CellState::Unknown:
    case CellState::Unreadable:
        break;
    }
    return std::nullopt;
}

/// Marks the cells that differ from what most environments have; of equally many the first counts.
void markDifferences(Row& row, bool comparesHosts)
{
    std::map<std::string, int> counts;
    for (const Cell& cell : row.cells) {
        if (const auto compared = comparedOf(cell, comparesHosts))
            ++counts[*compared];
    }
    row.differs = counts.size() > 1;
    if (!row.differs)
        return;
    std::string usual;
    int most = 0;
    for (const Cell& cell : row.cells) {
        const auto compared = comparedOf(cell, comparesHosts);
        if (compared && counts[*compared] > most) {
            usual = *compared;
            most = counts[usual];
        }
    }
    for (Cell& cell : row.cells) {
        const auto compared = comparedOf(cell, comparesHosts);
        cell.deviates = compared && *compared != usual;
    }
}

/// Where a row stands among those of its subject.
struct RowKey {
    std::size_t setting = 0;
    std::string table;
    std::string item;
    friend auto operator<=>(const RowKey&, const RowKey&) = default;
};

class Comparison {
public:
    Comparison(std::vector<Input> environments, const Query& query, const std::stop_token& stop)
        : m_query(query)
        , m_stop(stop)
    {
        for (const Input& input : environments)
            m_readers.push_back(
                input.graph && !m_stop.stop_requested() ? std::make_unique<EnvironmentReader>(input.graph) : nullptr);
        m_matrix.environments = std::move(environments);
    }

    Matrix run()
    {
        if (m_query.fields.empty() || !m_query.settings.empty())
            compareHosts();
        for (const FieldQuery& field : m_query.fields)
            compareField(field);
        return std::move(m_matrix);
    }

private:
    bool isWanted(const Subject& subject) const
    {
        const auto fits = [&](const std::string& text) { return changes::globMatches(m_query.host, text); };
        return m_query.host.empty() || fits(subject.label) || std::ranges::any_of(subject.names, fits)
            || fits(subject.label.substr(subject.label.find_last_of(" /") + 1));
    }

    bool isAskedAlone() const { return m_query.settings.size() == 1 && !m_query.settings.front().contains('*'); }

    /// The cell of an environment that has nothing to say in a row.
    Cell emptyCell(std::size_t environment, const Subject& subject) const
    {
        if (m_readers[environment] == nullptr)
            return bareCell(CellState::Unreadable, Note::None);
        return subject.names[environment].empty() ? bareCell(CellState::NoSuchHost, Note::None)
                                                  : bareCell(CellState::Absent, Note::NotThere);
    }

    void compareHosts()
    {
        std::vector<std::vector<Named>> hosts;
        for (const auto& reader : m_readers)
            hosts.push_back(reader ? reader->hosts() : std::vector<Named>());
        for (const Subject& subject : matchSubjects(hosts)) {
            if (m_stop.stop_requested())
                return;
            if (isWanted(subject))
                compareHost(subject);
        }
    }

    void compareHost(const Subject& subject)
    {
        std::vector<std::vector<HostCell>> cells;
        bool hasOneTable = true;
        for (std::size_t at = 0; at < m_readers.size(); ++at) {
            cells.push_back(m_readers[at] ? m_readers[at]->cellsOf(subject.names[at], m_query.settings)
                                          : std::vector<HostCell>());
            hasOneTable = hasOneTable && tablesIn(cells.back()) <= 1;
        }
        std::map<RowKey, Row> rows;
        for (std::size_t at = 0; at < cells.size(); ++at) {
            for (HostCell& each : cells[at]) {
                RowKey key{settingIndex(each.setting), hasOneTable ? std::string() : each.table, each.item};
                Row& row = rows[key];
                if (row.cells.empty()) {
                    row.setting = each.setting;
                    row.item = key.table.empty() ? each.item : key.table + ": " + each.item;
                    for (std::size_t other = 0; other < m_readers.size(); ++other)
                        row.cells.push_back(emptyCell(other, subject));
                }
                row.cells[at] = std::move(each.cell);
            }
        }
        for (auto& [key, row] : rows)
            takeOverRule(key, row, rows);
        for (auto& [key, row] : rows)
            add(subject, std::move(row), settings()[key.setting].rule);
    }

    /// A port that has no settings of its own in one environment has those of the rule there.
    static void takeOverRule(const RowKey& key, Row& row, const std::map<RowKey, Row>& rows)
    {
        if (settings()[key.setting].path.empty() || !key.item.starts_with("port "))
            return;
        const auto whole = rows.find({key.setting, {}, {}});
        for (std::size_t at = 0; at < row.cells.size() && whole != rows.end(); ++at) {
            if (row.cells[at].note == Note::NotThere)
                row.cells[at] = inheritedCell(whole->second.cells[at]);
        }
    }

    static std::size_t tablesIn(const std::vector<HostCell>& cells)
    {
        std::vector<std::string_view> tables;
        for (const HostCell& each : cells) {
            if (!each.table.empty() && !std::ranges::contains(tables, std::string_view(each.table)))
                tables.emplace_back(each.table);
        }
        return tables.size();
    }

    static std::size_t settingIndex(std::string_view id)
    {
        return static_cast<std::size_t>(std::ranges::find(settings(), id, &Setting::id) - settings().begin());
    }

    void compareField(const FieldQuery& field)
    {
        std::vector<std::vector<Named>> named;
        std::vector<std::map<std::string, mesh::ResourceIndex>> indexes(m_readers.size());
        for (std::size_t at = 0; at < m_readers.size(); ++at) {
            named.emplace_back();
            if (m_readers[at] == nullptr)
                continue;
            const mesh::MeshGraph& graph = m_readers[at]->view().graph();
            for (const mesh::ResourceIndex index : graph.ofKind(field.kind)) {
                const mesh::ResourceKey& key = graph.at(index).key;
                std::string id = key.ns.empty() ? key.name : key.ns + '/' + key.name;
                named.back().push_back({key.ns, key.name, id});
                indexes[at].emplace(std::move(id), index);
            }
        }
        for (const Subject& subject : matchSubjects(named, field.kind)) {
            if (m_stop.stop_requested())
                return;
            if (isWanted(subject))
                compareResource(field, subject, indexes);
        }
    }

    void compareResource(const FieldQuery& field, const Subject& subject,
                         const std::vector<std::map<std::string, mesh::ResourceIndex>>& indexes)
    {
        std::vector<std::string> order; // of the items, as the files have them
        std::map<std::string, Row> rows;
        for (std::size_t at = 0; at < m_readers.size(); ++at) {
            const auto found = indexes[at].find(subject.names[at]);
            if (found == indexes[at].end())
                continue;
            for (FieldCell& each : fieldCells(m_readers[at]->view().at(found->second), field)) {
                Row& row = rows[each.item];
                if (row.cells.empty()) {
                    order.push_back(each.item);
                    row.setting = field.text;
                    row.item = each.item;
                    for (std::size_t other = 0; other < m_readers.size(); ++other)
                        row.cells.push_back(emptyCell(other, subject));
                }
                row.cells[at] = std::move(each.cell);
            }
        }
        for (const std::string& item : order)
            add(subject, std::move(rows[item]), RowRule::Always);
    }

    void add(const Subject& subject, Row row, RowRule rule)
    {
        const bool isField = settingIndex(row.setting) == settings().size();
        markDifferences(row, isField || row.setting == hostSetting || !isAsked(hostSetting, m_query.settings));
        const bool isWritten = std::ranges::any_of(row.cells, [](const Cell& cell) {
            return cell.state == CellState::Present || cell.state == CellState::Unknown;
        });
        const bool hasRow = rule == RowRule::Always || (rule == RowRule::Written && isWritten)
            || (rule == RowRule::Differs && (row.differs || isAskedAlone()));
        if (!hasRow || (m_query.onlyDifferences && !row.differs))
            return;
        if (m_matrix.subjects.empty() || m_matrix.subjects.back().label != subject.label
            || m_matrix.subjects.back().names != subject.names)
            m_matrix.subjects.push_back(subject);
        row.subject = m_matrix.subjects.size() - 1;
        m_matrix.differences += row.differs ? 1 : 0;
        m_matrix.rows.push_back(std::move(row));
    }

    const Query& m_query;
    const std::stop_token& m_stop;
    Readers m_readers;
    Matrix m_matrix;
};

} // namespace

bool Matrix::isUnreadable() const
{
    return std::ranges::none_of(environments, [](const Input& input) { return input.graph != nullptr; });
}

Matrix Matrix::withRows(std::span<const std::size_t> wanted) const
{
    Matrix result;
    result.environments = environments;
    result.subjects = subjects;
    for (const std::size_t row : wanted) {
        result.rows.push_back(rows[row]);
        result.differences += rows[row].differs ? 1 : 0;
    }
    return result;
}

Matrix compare(std::vector<Input> environments, const Query& query, const std::stop_token& stop)
{
    return Comparison(std::move(environments), query, stop).run();
}

} // namespace meshdraft::matrix
