"""The answer in the formats that newsrooms and other systems already speak, one file each; JSON is in schemas."""
