"""The window: the only importer of PySide6.

The cyclic collector rests from here to the first paint (`application.start` wakes it up again): it
would walk the thousands of enumerations and signatures that PySide6 makes while it is imported,
which takes 20 ms and more and never finds anything.
"""

import gc

gc.disable()
