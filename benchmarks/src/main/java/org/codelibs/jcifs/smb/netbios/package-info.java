/** What jcifs keeps to itself, so that it can be measured. */
@NullMarked
package org.codelibs.jcifs.smb.netbios;

import org.jspecify.annotations.NullMarked;
