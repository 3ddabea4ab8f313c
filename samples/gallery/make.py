"""Makes folders of the gallery again: all of them, or those that are named.

    pip install -r requirements.txt
    python make.py logistic radon
"""

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).parent
for name in sys.argv[1:] or sorted(script.parent.name for script in HERE.glob("*/fit.py")):
    print(f"== {name}")
    runpy.run_path(str(HERE / name / "fit.py"), run_name="__main__")
