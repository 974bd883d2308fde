// SPDX-License-Identifier: Apache-2.0
#include "models/changes/process.h"

#include "models/changes/projectsection.h"

#include <QFile>

#include <algorithm>

namespace meshdraft::changes {

namespace {

using source::NodeRef;

constexpr std::array tierOrder{Tier::None, Tier::Low, Tier::Medium, Tier::High};

QString textOf(const std::string& value)
{
    return QString::fromStdString(value);
}

/// Puts what one file says over a process.
class ProcessReader {
public:
    ProcessReader(ProjectSection& section, Process& process)
        : m_section(section)
        , m_process(process)
    {
    }

    void read(NodeRef root)
    {
        const auto entries = m_section.entries("process", root, {"schema", "timeZone", "windows", "freezes", "tiers"});
        if (const NodeRef zone = root.resolved()["timeZone"]) {
            // windows that came before and name no zone of their own move along
            const QTimeZone old = m_process.zone;
            m_process.zone = zoneOf(zone);
            for (auto& [name, windows] : m_process.windows) {
                for (TimeWindow& window : windows) {
                    if (window.zone == old)
                        window.zone = m_process.zone;
                }
            }
        }
        for (const auto& [key, value] : entries) {
            const std::string_view field = key.value();
            if (field == "windows") {
                for (const auto& [name, window] : m_section.entries(field, value, {}))
                    readWindows(std::string(name.value()), window);
            } else if (field == "freezes") {
                m_process.freezes.clear();
                for (const NodeRef item : m_section.items(field, value))
                    readFreeze(item);
            }
        }
        // windows are named by tiers, wherever they stand
        if (const NodeRef tiers = root.resolved()["tiers"]) {
            for (const auto& [name, tier] : m_section.entries("tiers", tiers, {"none", "low", "medium", "high"}))
                readTier(tierOf(name), tier);
        }
    }

private:
    QTimeZone zoneOf(NodeRef node)
    {
        const std::string id = m_section.string("timeZone", node);
        QTimeZone zone(QByteArray::fromStdString(id));
        if (zone.isValid())
            return zone;
        m_section.fail("process.timeZone", {id}, node);
        return QTimeZone::utc();
    }

    Tier tierOf(NodeRef node)
    {
        const auto* const found = std::ranges::find(tierOrder, node.resolved().value(), tierName);
        if (found != tierOrder.end())
            return *found;
        m_section.fail("process.tier", {std::string(node.resolved().value())}, node);
        return Tier::None;
    }

    QTime timeOf(NodeRef node)
    {
        const std::string text = m_section.string("time", node);
        const QTime time = QTime::fromString(textOf(text), QStringLiteral("HH:mm"));
        if (!time.isValid() && text != "24:00")
            m_section.fail("process.time", {text}, node);
        return time.isValid() ? time : QTime(0, 0);
    }

    /// A day is its beginning, or with `isEnd` the beginning of the next.
    QDateTime momentOf(NodeRef node, const QTimeZone& zone, bool isEnd)
    {
        const std::string text = m_section.string("date", node);
        const QDate day = QDate::fromString(textOf(text), Qt::ISODate);
        if (text.size() == 10 && day.isValid())
            return (isEnd ? day.addDays(1) : day).startOfDay(zone);
        for (const auto* format : {"yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"}) {
            const QDateTime moment = QDateTime::fromString(textOf(text), QLatin1String(format));
            if (moment.isValid())
                return {moment.date(), moment.time(), zone};
        }
        m_section.fail("process.date", {text}, node);
        return {};
    }

    void readWindows(const std::string& name, NodeRef node)
    {
        std::vector<TimeWindow> windows;
        if (node.resolved().isSequence()) {
            for (const NodeRef item : node.resolved().items())
                windows.push_back(readWindow(item));
        } else {
            windows.push_back(readWindow(node));
        }
        m_process.windows[name] = std::move(windows);
    }

    TimeWindow readWindow(NodeRef node)
    {
        TimeWindow window{.days = {}, .from = QTime(0, 0), .to = QTime(0, 0), .zone = m_process.zone};
        for (const auto& [key, value] : m_section.entries("windows[]", node, {"days", "from", "to", "timeZone"})) {
            const std::string_view field = key.value();
            if (field == "days")
                readDays(value, window.days);
            else if (field == "from")
                window.from = timeOf(value);
            else if (field == "to")
                window.to = timeOf(value);
            else if (field == "timeZone")
                window.zone = zoneOf(value);
        }
        if (window.days.empty())
            m_section.fail("project.missing", {"days"}, node);
        return window;
    }

    void readDays(NodeRef node, std::set<int>& days)
    {
        static constexpr std::array<std::string_view, 7> names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
        for (const std::string& name : m_section.strings("days", node)) {
            const auto* const found = std::ranges::find(names, name);
            if (found == names.end())
                m_section.fail("process.day", {name}, node);
            else
                days.insert(static_cast<int>(found - names.begin()) + 1);
        }
    }

    void readFreeze(NodeRef node)
    {
        const auto entries = m_section.entries("freezes[]", node, {"name", "from", "to", "tiers", "timeZone"});
        const NodeRef zone = node.resolved()["timeZone"];
        const QTimeZone own = zone ? zoneOf(zone) : m_process.zone;
        Freeze freeze;
        for (const auto& [key, value] : entries) {
            const std::string_view field = key.value();
            if (field == "name") {
                freeze.name = m_section.string(field, value);
            } else if (field == "from") {
                freeze.from = momentOf(value, own, false);
            } else if (field == "to") {
                freeze.to = momentOf(value, own, true);
            } else if (field == "tiers") {
                const NodeRef list = value.resolved();
                for (const NodeRef item : list.isSequence() ? list.items() : std::vector{list})
                    freeze.tiers.insert(tierOf(item));
            }
        }
        for (const std::string_view field : {"name", "from", "to"}) {
            if (!node.resolved()[field])
                m_section.fail("project.missing", {std::string(field)}, node);
        }
        if (freeze.from >= freeze.to) {
            m_section.fail("process.freezeOrder",
                           {std::string(node.resolved()["from"].value()), std::string(node.resolved()["to"].value())},
                           node);
        }
        m_process.freezes.push_back(std::move(freeze));
    }

    void readTier(Tier tier, NodeRef node)
    {
        TierProcess& process = m_process.tiers[static_cast<std::size_t>(tier)];
        for (const auto& [key, value] :
             m_section.entries("tiers", node, {"reviewers", "window", "evidence", "onCall", "rollback", "source"})) {
            const std::string_view field = key.value();
            if (field == "reviewers") {
                process.reviewers = m_section.number(field, value);
            } else if (field == "window") {
                process.windows = m_section.strings(field, value);
                for (const std::string& name : process.windows) {
                    if (!m_process.windows.contains(name))
                        m_section.fail("process.noWindow", {name, windowNames()}, value);
                }
            } else if (field == "evidence") {
                process.evidence = m_section.strings(field, value);
            } else if (field == "onCall") {
                process.tellsOnCall = m_section.truth(field, value);
            } else if (field == "rollback") {
                process.needsRollbackPlan = m_section.truth(field, value);
            }
        }
    }

    std::string windowNames() const
    {
        std::string names;
        for (const auto& [name, windows] : m_process.windows)
            names += (names.empty() ? "" : ", ") + name;
        return names;
    }

    ProjectSection& m_section;
    Process& m_process;
};

Process builtIn()
{
    Process process;
    process.zone = QTimeZone::utc();
    QFile file(QStringLiteral(":/risk/process.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the built-in process is missing");
    const source::ParsedTextPtr text = source::parseText(file.readAll().toStdString());
    ProjectSection section(*text, ":/risk/process.json");
    ProcessReader(section, process).read(section.root());
    if (section.error())
        qFatal("the built-in process is wrong: %s", section.error()->code.c_str());
    return process;
}

} // namespace

ProjectProcess projectProcess(const mesh::FileSet& base)
{
    ProjectProcess result{.process = builtIn(), .error = std::nullopt};
    ProjectSection section(base, "process");
    Process process = result.process;
    if (section.root())
        ProcessReader(section, process).read(section.root());
    if (section.error())
        result.error = section.error();
    else
        result.process = std::move(process);
    return result;
}

} // namespace meshdraft::changes
