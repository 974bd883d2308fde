// SPDX-License-Identifier: Apache-2.0
#include "models/topology/dot.h"
#include "models/topology/render/graphscene.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

using namespace Qt::StringLiterals;

namespace meshdraft::topology {

namespace {

constexpr double margin = 24;
constexpr int resolution = 96;
/// QImage and its formats end at 32767 pixels a side; memory ends before that.
constexpr double mostPixels = 200e6;
constexpr double longestSide = 30000;

void paintWhole(QPainter& painter, const GraphScene& scene, const Palette& palette, const QRectF& area, double scale)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.translate(-area.topLeft());
    painter.fillRect(area, palette.color("canvas"));
    Viewport viewport;
    viewport.visible = area;
    viewport.zoom = 1;
    paintScene(painter, scene, viewport, palette);
}

bool writeSvg(QIODevice& device, const GraphScene& scene, const Palette& palette, const QRectF& area)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setResolution(resolution);
    generator.setSize(area.size().toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), area.size()));
    generator.setTitle(u"Meshdraft"_s);
    QPainter painter(&generator);
    paintWhole(painter, scene, palette, area, 1);
    return painter.end();
}

bool writePng(QIODevice& device, const GraphScene& scene, const Palette& palette, const QRectF& area, double scale)
{
    const double byMemory = std::sqrt(mostPixels / (area.width() * area.height()));
    const double bySide = longestSide / std::max(area.width(), area.height());
    const double used = std::min({scale, byMemory, bySide});
    QImage image((area.size() * used).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return false;
    QPainter painter(&image);
    paintWhole(painter, scene, palette, area, used);
    painter.end();
    return image.save(&device, "PNG");
}

bool writePdf(QIODevice& device, const GraphScene& scene, const Palette& palette, const QRectF& area)
{
    QPdfWriter writer(&device);
    writer.setResolution(resolution);
    const double toPoints = 72.0 / resolution;
    writer.setPageSize(QPageSize(area.size() * toPoints, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    paintWhole(painter, scene, palette, area, 1);
    return painter.end();
}

bool writeDot(QIODevice& device, const GraphScene& scene)
{
    const std::string text = toDot(scene.topology());
    return device.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size());
}

} // namespace

void paintOnPage(QPainter& painter, const GraphScene& scene, const Palette& palette, QSize page)
{
    const QRectF area = scene.bounds().adjusted(-margin, -margin, margin, margin);
    const double onScreen = painter.device()->logicalDpiX() / static_cast<double>(resolution);
    const double scale = std::min({page.width() / area.width(), page.height() / area.height(), onScreen});
    paintWhole(painter, scene, palette, area, scale);
}

QByteArray sceneSvg(const GraphScene& scene, const Palette& palette)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    writeSvg(buffer, scene, palette, scene.bounds().adjusted(-margin, -margin, margin, margin));
    return bytes;
}

Expected<void> exportScene(const GraphScene& scene, const QString& file, const Palette& palette, double scale)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending != u"svg" && ending != u"png" && ending != u"pdf" && ending != u"dot")
        return std::unexpected(Error{"render.format", {ending.toStdString()}, {}});
    const QRectF area = scene.bounds().adjusted(-margin, -margin, margin, margin);
    QSaveFile target(file);
    bool isWritten = target.open(QIODevice::WriteOnly);
    if (isWritten) {
        if (ending == u"svg") {
            isWritten = writeSvg(target, scene, palette, area);
        } else if (ending == u"dot") {
            isWritten = writeDot(target, scene);
        } else if (ending == u"png") {
            isWritten = writePng(target, scene, palette, area, scale);
        } else {
            isWritten = writePdf(target, scene, palette, area);
        }
    }
    if (!isWritten || !target.commit())
        return std::unexpected(Error{"render.write", {file.toStdString(), target.errorString().toStdString()}, {}});
    return {};
}

} // namespace meshdraft::topology
