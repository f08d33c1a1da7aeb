// SPDX-License-Identifier: Apache-2.0
/**
 * What of OpenWhisk's database package appears in the signatures of entities and log stores:
 * revisions of documents and the user who asks. There is no database here.
 */
@NullMarked
package org.apache.openwhisk.core.database;

import org.jspecify.annotations.NullMarked;
