// Organisations by compromise: JSON lines of texts in, JSON lines of [start, end] in UTF-16 units out.
const readline = require("node:readline");
const nlp = require("compromise");

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const found = nlp(JSON.parse(line)).organizations().json({ offset: true });
  console.log(JSON.stringify(found.map(({ offset }) => [offset.start, offset.start + offset.length])));
});
