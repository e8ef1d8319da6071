// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "read/answer.h"

namespace koers::reader {

/// Once, before the sandbox is closed: SQLite asks the system for chance when it starts.
void prepare_geopackage();

/// The tables of features and of attributes of a GeoPackage (OGC 12-128r19), each as a layer; a feature has the number of its
/// row. Only plain tables are read: views, triggers and virtual tables in the file are not carried out, and a computed column may
/// use only functions that can do no harm. `bytes` may be changed.
void read_geopackage(std::string& bytes, Answer& answer);

}  // namespace koers::reader
