// SPDX-License-Identifier: Apache-2.0
#include "tests/program/accessible.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace meshdraft::program {

namespace {

constexpr auto accessibleInterface = "org.a11y.atspi.Accessible";
constexpr auto componentInterface = "org.a11y.atspi.Component";
constexpr auto tableInterface = "org.a11y.atspi.Table";
constexpr auto textInterface = "org.a11y.atspi.Text";
constexpr auto valueInterface = "org.a11y.atspi.Value";
constexpr int patience = 20000; ///< ms for one answer

} // namespace

bool isItemView(const QString& role)
{
    return role == u"tree"_s || role == u"tree table"_s || role == u"table"_s || role == u"list"_s
        || role == u"list box"_s;
}

Accessible::Accessible(const QDBusConnection& bus, QString service, QString path)
    : m_bus(bus)
    , m_service(std::move(service))
    , m_path(std::move(path))
{
}

QVariantList Accessible::call(const char* interface, const char* method, const QVariantList& arguments) const
{
    if (isNull()) {
        return {};
    }
    QDBusMessage message =
        QDBusMessage::createMethodCall(m_service, m_path, QLatin1StringView(interface), QLatin1StringView(method));
    message.setArguments(arguments);
    const QDBusMessage reply = m_bus.call(message, QDBus::Block, patience);
    return reply.type() == QDBusMessage::ReplyMessage ? reply.arguments() : QVariantList();
}

QVariant Accessible::property(const char* interface, const char* name) const
{
    const QVariantList reply =
        call("org.freedesktop.DBus.Properties", "Get", {QString::fromLatin1(interface), QString::fromLatin1(name)});
    return reply.isEmpty() ? QVariant() : reply.first().value<QDBusVariant>().variant();
}

Accessible Accessible::reference(const QVariant& value) const
{
    if (value.isNull()) {
        return {};
    }
    QString service;
    QDBusObjectPath path;
    const auto argument = value.value<QDBusArgument>();
    argument.beginStructure();
    argument >> service >> path;
    argument.endStructure();
    return path.path().isEmpty() || path.path().endsWith(u"/null"_s) ? Accessible()
                                                                     : Accessible(m_bus, service, path.path());
}

QString Accessible::name() const
{
    return property(accessibleInterface, "Name").toString();
}

QString Accessible::description() const
{
    return property(accessibleInterface, "Description").toString();
}

QString Accessible::called() const
{
    constexpr uint labelledBy = 2;
    if (role() != u"combo box"_s) {
        return name();
    }
    const QVariantList reply = call(accessibleInterface, "GetRelationSet");
    if (reply.isEmpty()) {
        return {};
    }
    QString result;
    const auto argument = reply.first().value<QDBusArgument>();
    argument.beginArray();
    while (!argument.atEnd()) {
        uint relation = 0;
        argument.beginStructure();
        argument >> relation;
        argument.beginArray();
        while (!argument.atEnd()) {
            QString service;
            QDBusObjectPath path;
            argument.beginStructure();
            argument >> service >> path;
            argument.endStructure();
            if (relation == labelledBy) {
                result = Accessible(m_bus, service, path.path()).name();
            }
        }
        argument.endArray();
        argument.endStructure();
    }
    argument.endArray();
    return result;
}

QString Accessible::role() const
{
    return call(accessibleInterface, "GetRoleName").value(0).toString();
}

bool Accessible::has(State state) const
{
    const QVariantList reply = call(accessibleInterface, "GetState");
    if (reply.isEmpty()) {
        return false;
    }
    const auto words = qdbus_cast<QList<uint>>(reply.first());
    const int bit = static_cast<int>(state);
    return (words.value(bit / 32) & (1U << (bit % 32))) != 0;
}

QRect Accessible::extents() const
{
    constexpr uint onScreen = 0;
    const QVariantList reply = call(componentInterface, "GetExtents", {onScreen});
    if (reply.isEmpty()) {
        return {};
    }
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    const auto argument = reply.first().value<QDBusArgument>();
    argument.beginStructure();
    argument >> x >> y >> width >> height;
    argument.endStructure();
    return {x, y, width, height};
}

QString Accessible::text() const
{
    return call(textInterface, "GetText", {0, -1}).value(0).toString();
}

std::optional<double> Accessible::value() const
{
    const QVariant value = property(valueInterface, "CurrentValue");
    return value.isNull() ? std::nullopt : std::optional(value.toDouble());
}

QStringList Accessible::interfaces() const
{
    return call(accessibleInterface, "GetInterfaces").value(0).toStringList();
}

QList<Accessible> Accessible::children() const
{
    QList<Accessible> result;
    const QVariantList reply = call(accessibleInterface, "GetChildren");
    if (reply.isEmpty()) {
        return result;
    }
    const auto argument = reply.first().value<QDBusArgument>();
    argument.beginArray();
    while (!argument.atEnd()) {
        QString service;
        QDBusObjectPath path;
        argument.beginStructure();
        argument >> service >> path;
        argument.endStructure();
        if (!path.path().endsWith(u"/null"_s)) {
            result << Accessible(m_bus, service, path.path());
        }
    }
    argument.endArray();
    return result;
}

Accessible Accessible::parent() const
{
    return reference(property(accessibleInterface, "Parent"));
}

int Accessible::rowCount() const
{
    return property(tableInterface, "NRows").toInt();
}

int Accessible::columnCount() const
{
    return property(tableInterface, "NColumns").toInt();
}

Accessible Accessible::cell(int row, int column) const
{
    return reference(call(tableInterface, "GetAccessibleAt", {row, column}).value(0));
}

Accessible Accessible::find(const std::function<bool(const Accessible&)>& test, bool cells) const
{
    for (const Accessible& child : children()) {
        if (!child.has(State::Showing)) {
            continue;
        }
        if (test(child)) {
            return child;
        }
        if (!cells && isItemView(child.role())) {
            continue;
        }
        if (const Accessible found = child.find(test, cells); !found.isNull()) {
            return found;
        }
    }
    return {};
}

void Accessible::walk(const std::function<bool(const Accessible&)>& visit) const
{
    if (!visit(*this)) {
        return;
    }
    for (const Accessible& child : children()) {
        if (child.has(State::Showing)) {
            child.walk(visit);
        }
    }
}

QString Accessible::toString() const
{
    const QRect place = extents();
    return u"%1 \"%2\" at %3,%4 %5x%6"_s.arg(role(), name())
        .arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height());
}

} // namespace meshdraft::program
