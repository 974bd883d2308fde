// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/words.h"
#include "views/common/messagebar.h"
#include "views/theme/theme.h"
#include "views/topology/graphcanvas.h"
#include "views/topology/topologypage.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

void TopologyPage::exportPicture(const QString& format, double scale)
{
    if (!m_canvas->scene()) {
        m_message->showMessage(MessageBar::Kind::Info, tr("There is no picture to export."));
        return;
    }
    const QString ending = format.isEmpty() ? u"svg"_s : format;
    const QString filter =
        format.isEmpty() ? tr("Pictures (*.svg *.png *.pdf *.dot)") : tr("Pictures (*.%1)").arg(format);
    QString file = QFileDialog::getSaveFileName(this, tr("Export the picture"), u"topology."_s + ending, filter);
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += u'.' + ending;
    writePicture(file, scale);
}

bool TopologyPage::writePicture(const QString& file, double scale)
{
    const Expected<void> done = topology::exportScene(*m_canvas->scene(), file, m_theme.palette(), scale);
    if (!done) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(done.error()));
    } else {
        m_message->showMessage(MessageBar::Kind::Success, tr("Exported to %1").arg(file));
    }
    m_message->addAction(tr("Close"), [this] { m_message->hide(); });
    return done.has_value();
}

void TopologyPage::print()
{
    if (!m_canvas->scene()) {
        m_message->showMessage(MessageBar::Kind::Info, tr("There is no picture to print."));
        return;
    }
    const QRectF bounds = m_canvas->scene()->bounds();
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(bounds.width() > bounds.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { printOn(*printer); });
    connect(dialog, &QObject::destroyed, this, [printer] { /* the dialog holds a plain pointer to it */ });
    dialog->open();
}

bool TopologyPage::printOn(QPrinter& printer)
{
    printer.setDocName(tr("Topology"));
    QPainter painter;
    if (!m_canvas->scene() || !painter.begin(&printer)) {
        m_message->showMessage(MessageBar::Kind::Error, tr("The picture could not be printed."));
        return false;
    }
    // Paper is white: the light colours, whatever the window has.
    topology::paintOnPage(painter, *m_canvas->scene(), topology::Palette::light(),
                          printer.pageLayout().paintRectPixels(printer.resolution()).size());
    return painter.end();
}

} // namespace meshdraft::views
