// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/matrix/matrix.h"

#include <QByteArray>
#include <QString>

namespace meshdraft::cli {

/// How a matrix is printed.
struct MatrixFormat {
    const char* name;
    QByteArray (*write)(const matrix::Matrix& matrix);
};

/// table, csv, markdown, json; null for anything else.
const MatrixFormat* matrixFormatNamed(const QString& name);

} // namespace meshdraft::cli
