#!/bin/sh
# trim.sh FOLDER takes out of a virtual environment what the service never uses, a third of it.
set -eu
cd "$1"/lib/python3*/site-packages

# Tests, and what compiled modules were made of.
find . -type d \( -name tests -o -name test \) -prune -exec rm -rf {} +
find . -type f \( -name '*.pyx' -o -name '*.pxd' -o -name '*.pyi' -o -name '*.c' -o -name '*.cpp' -o -name '*.h' -o -name '*.hpp' \) -delete

# How every language is spoken of in every other: pages are read for their text alone.
find babel/locale-data -name '*.dat' ! -name root.dat ! -name 'en*.dat' -delete

# What tokenizers could download with.
rm -rf hf_xet hf_xet-*

# Debugging symbols, two thirds of these modules. Others hold little, and libraries that a wheel carries in *.libs have
# been patched: stripped, they no longer load.
find blis cymem murmurhash preshed spacy srsly thinc -name '*.so' -exec strip --strip-debug {} +
