// SPDX-License-Identifier: Apache-2.0
#include "tests/views/viewfixture.h"

#include "models/workspace/words.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

QStringList& warnings()
{
    static QStringList list;
    return list;
}

void note(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    // What the offscreen platform cannot do says nothing about the program.
    const bool platform = text.startsWith(u"This plugin does not support"_s);
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !platform) {
        warnings() << text;
    }
    fprintf(stderr, "%s\n", qPrintable(text));
}

QByteArray deployment(const QByteArray& version, int replicas)
{
    return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: reviews-" + version
        + "\n  namespace: shop\nspec:\n  replicas: " + QByteArray::number(replicas)
        + "\n  selector:\n    matchLabels: {app: reviews, version: " + version
        + "}\n  template:\n    metadata:\n      labels: {app: reviews, version: " + version
        + "}\n    spec:\n      containers:\n        - name: app\n          image: example.com/reviews\n";
}

} // namespace

QByteArray reviewsYaml()
{
    return "# who reads which version\n"
           "apiVersion: networking.istio.io/v1\n"
           "kind: VirtualService\n"
           "metadata:\n"
           "  name: reviews\n"
           "  namespace: shop\n"
           "spec:\n"
           "  hosts: [reviews]\n"
           "  http:\n"
           "    - name: preview\n"
           "      match:\n"
           "        - headers:\n"
           "            x-preview: {exact: v3}\n"
           "      route:\n"
           "        - destination: {host: reviews, subset: v3}\n"
           "    - name: default\n"
           "      timeout: 3s\n"
           "      route:\n"
           "        - destination:\n"
           "            host: reviews\n"
           "            subset: v1\n"
           "          weight: 90 # stable\n"
           "        - destination:\n"
           "            host: reviews\n"
           "            subset: v2\n"
           "          weight: 10\n"
           "        - destination:\n"
           "            host: reviews\n"
           "            subset: v3\n"
           "          weight: 0 # not yet\n";
}

ViewFixture::ViewFixture()
    : m_settings(m_directory.filePath(u"settings.ini"_s), QSettings::IniFormat)
{
    qInstallMessageHandler(note);
    QStandardPaths::setTestModeEnabled(true);
    warnings().clear();
}

ViewFixture::~ViewFixture()
{
    qInstallMessageHandler(nullptr);
}

QStringList ViewFixture::takeWarnings()
{
    return std::exchange(warnings(), {});
}

void ViewFixture::write(const QString& path, const QByteArray& content) const
{
    const QString file = directory() + u'/' + path;
    QDir().mkpath(QFileInfo(file).absolutePath());
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(content);
}

QByteArray ViewFixture::read(const QString& path) const
{
    QFile in(directory() + u'/' + path);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

QString ViewFixture::git(const QStringList& arguments) const
{
    QProcess process;
    process.setWorkingDirectory(directory());
    process.start(u"git"_s, arguments);
    process.waitForFinished(30000);
    const QString said = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    if (process.exitCode() != 0) {
        const QByteArray call = arguments.join(u' ').toUtf8() + ": " + process.readAllStandardError();
        QTest::qFail(call.constData(), __FILE__, __LINE__);
    }
    return said;
}

QStringList controlsWithoutName(const QWidget& root, int& seen)
{
    seen = 0;
    QStringList found;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() != nullptr) {
            continue;
        }
        ++seen;
        const QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
        if (access == nullptr || access->text(QAccessible::Name).isEmpty()) {
            found << widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className());
        }
    }
    return found;
}

bool ViewFixture::open()
{
    QByteArray rest = "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: reviews\n"
                      "  namespace: shop\nspec:\n  host: reviews\n  subsets:\n"
                      "    - name: v1\n      labels: {version: v1}\n    - name: v2\n      labels: {version: v2}\n"
                      "    - name: v3\n      labels: {version: v3}\n"
                      "---\napiVersion: v1\nkind: Service\nmetadata:\n  name: reviews\n  namespace: shop\nspec:\n"
                      "  selector: {app: reviews}\n  ports:\n    - {name: http, port: 80}\n";
    rest += deployment("v1", 4) + deployment("v2", 2) + deployment("v3", 1);
    return openFiles({{u"mesh/reviews-vs.yaml"_s, reviewsYaml()}, {u"mesh/reviews.yaml"_s, rest}});
}

bool ViewFixture::openFiles(const QMap<QString, QByteArray>& files)
{
    QDir().mkpath(directory());
    git({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
    git({u"config"_s, u"user.name"_s, u"Tester"_s});
    git({u"config"_s, u"user.email"_s, u"tester@example.com"_s});
    git({u"config"_s, u"commit.gpgsign"_s, u"false"_s});
    for (auto file = files.begin(); file != files.end(); ++file) {
        write(file.key(), file.value());
    }
    git({u"add"_s, u"-A"_s});
    git({u"commit"_s, u"-qm"_s, u"start"_s});
    QSignalSpy changed(&workspace, &workspace::Workspace::snapshotChanged);
    workspace.open(directory());
    return QTest::qWaitFor([&] { return !changed.isEmpty(); }, 20000) && workspace.snapshot() != nullptr;
}

mesh::ElementRef ViewFixture::splitRoute() const
{
    for (const mesh::ResourcePtr& resource : workspace.snapshot()->graph->resources()) {
        const auto* table = std::get_if<mesh::RouteTable>(&resource->body);
        for (const mesh::Route& route : table != nullptr ? table->routes : std::vector<mesh::Route>{}) {
            if (route.destinations.size() > 1) {
                return resource->element(route.node);
            }
        }
    }
    return {};
}

std::vector<std::int64_t> ViewFixture::weights() const
{
    for (const mesh::ResourcePtr& resource : workspace.snapshot()->graph->resources()) {
        const auto* table = std::get_if<mesh::RouteTable>(&resource->body);
        for (const mesh::Route& route : table != nullptr ? table->routes : std::vector<mesh::Route>{}) {
            if (route.destinations.size() > 1) {
                std::vector<std::int64_t> result;
                for (const mesh::Destination& destination : route.destinations) {
                    result.push_back(destination.effectiveWeight);
                }
                return result;
            }
        }
    }
    return {};
}

} // namespace meshdraft::views
