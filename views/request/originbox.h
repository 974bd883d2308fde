// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/request.h"

#include <QComboBox>

#include <vector>

namespace meshdraft::views {

class Theme;

/// Where a request starts: a gateway, a workload, a client of a namespace, outside. Typing finds one by any part of its
/// name.
class OriginBox : public QComboBox {
    Q_OBJECT
public:
    explicit OriginBox(const Theme& theme, QWidget* parent = nullptr);

    void setOrigins(const std::vector<traffic::Origin>& origins);
    const traffic::Origin& origin() const { return m_origin; }
    /// Also one that is not among those offered.
    void setOrigin(const traffic::Origin& origin);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user chose another one.
    void originChosen();

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    void choose(int index);
    void takeText();
    void fill();

    const Theme& m_theme;
    std::vector<traffic::Origin> m_origins;
    traffic::Origin m_origin{.kind = traffic::Origin::Kind::Outside};
};

} // namespace meshdraft::views
