// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/glyphs.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace meshdraft::topology {

namespace {

/// The parts of a sign in a square of 24 units.
struct Shape {
    QPainterPath fill; ///< in the colour
    QPainterPath stroke; ///< in the colour
    QPainterPath knocked; ///< stroked in the colour behind
    double width = 1.75;
    double knockedWidth = 2.5;
    bool dashed = false;
};

QPainterPath polyline(std::initializer_list<QPointF> points, bool closed = false)
{
    QPainterPath path;
    bool isFirst = true;
    for (const QPointF point : points) {
        if (isFirst) {
            path.moveTo(point);
        } else {
            path.lineTo(point);
        }
        isFirst = false;
    }
    if (closed)
        path.closeSubpath();
    return path;
}

Shape square(const QPainterPath& sign)
{
    Shape shape;
    shape.fill.addRoundedRect(QRectF(2, 2, 20, 20), 3.5, 3.5);
    shape.knocked = sign;
    return shape;
}

Shape added()
{
    QPainterPath sign = polyline({{12, 7}, {12, 17}});
    sign.addPath(polyline({{7, 12}, {17, 12}}));
    return square(sign);
}

Shape changed()
{
    QPainterPath sign(QPointF(6.4, 13.4));
    sign.cubicTo(8.2, 9.6, 10, 9.9, 12, 12);
    sign.cubicTo(14, 14.1, 15.8, 14.4, 17.6, 10.6);
    return square(sign);
}

Shape moved()
{
    QPainterPath sign = polyline({{6.5, 12}, {17, 12}});
    sign.addPath(polyline({{13, 8}, {17, 12}, {13, 16}}));
    return square(sign);
}

Shape error()
{
    Shape shape;
    shape.fill =
        polyline({{8, 2.4}, {16, 2.4}, {21.6, 8}, {21.6, 16}, {16, 21.6}, {8, 21.6}, {2.4, 16}, {2.4, 8}}, true);
    shape.knocked = polyline({{8.4, 8.4}, {15.6, 15.6}});
    shape.knocked.addPath(polyline({{15.6, 8.4}, {8.4, 15.6}}));
    shape.knockedWidth = 2.3;
    return shape;
}

Shape warning()
{
    Shape shape;
    shape.fill = polyline({{12, 2.4}, {22.6, 21.2}, {1.4, 21.2}}, true);
    shape.knocked = polyline({{12, 9}, {12, 14.6}});
    shape.knocked.addPath(polyline({{12, 17.8}, {12, 18}}));
    return shape;
}

Shape info()
{
    Shape shape;
    shape.fill.addRoundedRect(QRectF(3, 3, 18, 18), 3, 3);
    shape.knocked = polyline({{12, 11}, {12, 17}});
    shape.knocked.addPath(polyline({{12, 7}, {12, 7.2}}));
    return shape;
}

Shape unknown()
{
    Shape shape;
    shape.stroke.addEllipse(QPointF(12, 12), 9, 9);
    shape.dashed = true;
    QPainterPath mark(QPointF(9.4, 9.8));
    mark.cubicTo(9.7, 7.2, 14.4, 7.2, 14.4, 9.8);
    mark.cubicTo(14.4, 11.8, 12, 11.8, 12, 13.8);
    shape.fill.addEllipse(QPointF(12, 17), 1.3, 1.3);
    QPainterPathStroker pen;
    pen.setWidth(1.9);
    shape.fill.addPath(pen.createStroke(mark));
    return shape;
}

QPainterPath shackle()
{
    QPainterPath path(QPointF(8, 11));
    path.lineTo(8, 8);
    path.arcTo(QRectF(8, 4, 8, 8), 180, -180);
    path.lineTo(16, 11);
    return path;
}

Shape lock(bool filled, bool half, bool open)
{
    Shape shape;
    shape.width = 2;
    QPainterPath body;
    body.addRoundedRect(QRectF(5, 11, 14, 9.4), 1.6, 1.6);
    shape.stroke = body;
    if (filled)
        shape.fill = body;
    if (half)
        shape.fill.addRect(QRectF(5, 15.6, 14, 4.8));
    if (open) {
        shape.stroke.moveTo(8, 11);
        shape.stroke.lineTo(8, 7.5);
        shape.stroke.arcTo(QRectF(8, 3.5, 8, 8), 180, -155);
    } else {
        shape.stroke.addPath(shackle());
    }
    return shape;
}

Shape globe()
{
    Shape shape;
    shape.stroke.addEllipse(QPointF(12, 12), 8, 8);
    shape.stroke.addEllipse(QPointF(12, 12), 3.4, 8);
    shape.stroke.addPath(polyline({{4, 12}, {20, 12}}));
    return shape;
}

Shape brokenLink()
{
    Shape shape;
    QPainterPath upper(QPointF(10, 7));
    upper.lineTo(12.4, 4.6);
    upper.cubicTo(16.6, 0.8, 22.2, 6.4, 18.4, 10.6);
    upper.lineTo(16, 13);
    QPainterPath lower(QPointF(14, 17));
    lower.lineTo(11.6, 19.4);
    lower.cubicTo(7.4, 23.2, 1.8, 17.6, 5.6, 13.4);
    lower.lineTo(8, 11);
    shape.stroke = upper;
    shape.stroke.addPath(lower);
    shape.stroke.addPath(polyline({{8.6, 3.4}, {8.6, 5.8}}));
    shape.stroke.addPath(polyline({{3.4, 8.6}, {5.8, 8.6}}));
    shape.stroke.addPath(polyline({{15.4, 20.6}, {15.4, 18.2}}));
    shape.stroke.addPath(polyline({{20.6, 15.4}, {18.2, 15.4}}));
    return shape;
}

Shape timeout()
{
    Shape shape;
    shape.stroke.addEllipse(QPointF(12, 13), 7.5, 7.5);
    shape.stroke.addPath(polyline({{12, 9}, {12, 13}, {15, 15}}));
    shape.stroke.addPath(polyline({{9.5, 2.6}, {14.5, 2.6}}));
    return shape;
}

Shape retry()
{
    Shape shape;
    shape.stroke.arcMoveTo(QRectF(4, 4, 16, 16), 30);
    shape.stroke.arcTo(QRectF(4, 4, 16, 16), 30, 315);
    shape.stroke.addPath(polyline({{20, 3.4}, {20, 8.6}, {14.8, 8.6}}));
    return shape;
}

Shape mirror()
{
    Shape shape;
    for (const double y : {3.0, 8.0, 13.0, 18.0})
        shape.stroke.addPath(polyline({{12, y}, {12, y + 2.8}}));
    shape.stroke.addPath(polyline({{9, 7}, {9, 17}, {3.6, 17}}, true));
    shape.stroke.addPath(polyline({{15, 7}, {15, 17}, {20.4, 17}}, true));
    return shape;
}

Shape fault()
{
    Shape shape;
    shape.stroke = polyline({{12, 3.6}, {21.4, 20}, {2.6, 20}}, true);
    shape.stroke.addPath(polyline({{9.6, 11}, {14.4, 16.6}}));
    shape.stroke.addPath(polyline({{14.4, 11}, {9.6, 16.6}}));
    return shape;
}

/// Lines of a header, one of them marked.
Shape header()
{
    Shape shape;
    shape.stroke = polyline({{4, 7}, {20, 7}});
    shape.stroke.addPath(polyline({{10, 12}, {20, 12}}));
    shape.stroke.addPath(polyline({{4, 17}, {20, 17}}));
    shape.fill.addEllipse(QPointF(5.2, 12), 2, 2);
    return shape;
}

Shape bolt()
{
    Shape shape;
    shape.stroke = polyline({{13.4, 3}, {5, 13.6}, {11, 13.6}, {10.4, 21}, {19, 10.2}, {12.6, 10.2}}, true);
    return shape;
}

Shape diamond()
{
    Shape shape;
    shape.stroke = polyline({{12, 3.5}, {20.5, 12}, {12, 20.5}, {3.5, 12}}, true);
    return shape;
}

Shape stroked(const QPainterPath& path)
{
    Shape shape;
    shape.stroke = path;
    return shape;
}

Shape shield()
{
    QPainterPath path(QPointF(12, 3.25));
    path.lineTo(19.25, 6);
    path.lineTo(19.25, 11.5);
    path.cubicTo(19.25, 15.9, 16.35, 19.1, 12, 20.75);
    path.cubicTo(7.65, 19.1, 4.75, 15.9, 4.75, 11.5);
    path.lineTo(4.75, 6);
    path.closeSubpath();
    path.addPath(polyline({{8.5, 12}, {11, 14.5}, {15.5, 9.5}}));
    return stroked(path);
}

Shape plug()
{
    QPainterPath path = polyline({{9, 3}, {9, 7.75}});
    path.addPath(polyline({{15, 3}, {15, 7.75}}));
    path.addPath(polyline({{6, 7.75}, {18, 7.75}, {18, 12}, {12, 17}, {6, 12}}, true));
    path.addPath(polyline({{12, 17}, {12, 21}}));
    return stroked(path);
}

/// A line that parts in two.
Shape fork()
{
    QPainterPath path = polyline({{3, 12}, {9, 12}, {14, 6}, {21, 6}});
    path.addPath(polyline({{9, 12}, {14, 18}, {21, 18}}));
    return stroked(path);
}

Shape circle()
{
    QPainterPath path;
    path.addEllipse(QPointF(12, 12), 7.5, 7.5);
    return stroked(path);
}

using Shapes = std::array<Shape, static_cast<std::size_t>(Glyph::Count)>;

const Shapes& shapes()
{
    static const Shapes all = {
        added(),
        square(polyline({{7, 12}, {17, 12}})),
        changed(),
        moved(),
        error(),
        warning(),
        info(),
        unknown(),
        lock(true, false, false),
        lock(false, true, false),
        lock(false, false, true),
        globe(),
        diamond(),
        brokenLink(),
        timeout(),
        retry(),
        mirror(),
        fault(),
        header(),
        bolt(),
        stroked(polyline({{6.5, 9.5}, {12, 15}, {17.5, 9.5}})),
        stroked(polyline({{9.5, 6.5}, {15, 12}, {9.5, 17.5}})),
        shield(),
        stroked(polyline({{3.75, 5}, {20.25, 5}, {13.75, 12.75}, {13.75, 19.5}, {10.25, 17.25}, {10.25, 12.75}}, true)),
        plug(),
        stroked(polyline({{2.75, 12.5}, {6.75, 12.5}, {9.5, 4.75}, {14, 19.25}, {16.75, 12.5}, {21.25, 12.5}})),
        fork(),
        circle()};
    return all;
}

} // namespace

void paintGlyph(QPainter& painter, Glyph glyph, const QRectF& square, const QColor& color, const QColor& behind)
{
    const Shape& shape = shapes()[static_cast<std::size_t>(glyph)];
    painter.save();
    painter.translate(square.topLeft());
    painter.scale(square.width() / 24, square.height() / 24);
    if (!shape.fill.isEmpty())
        painter.fillPath(shape.fill, color);
    if (!shape.stroke.isEmpty()) {
        QPen pen(color, shape.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        if (shape.dashed)
            pen.setDashPattern({1.8, 2.2});
        painter.strokePath(shape.stroke, pen);
    }
    if (!shape.knocked.isEmpty())
        painter.strokePath(shape.knocked, QPen(behind, shape.knockedWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.restore();
}

} // namespace meshdraft::topology
