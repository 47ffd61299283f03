import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { paths } from "./news_metadata.js";

const client = createClient<paths>({ baseUrl: process.argv[2] });
const { data, error } = await client.POST("/v1/extract", { body: { text: readFileSync(0, "utf8") } });
if (error) throw new Error(error.detail);
for (const source of data.quoted_sources) {
  for (const quote of source.quotes) console.log(`${source.name}: ${quote.text}`);
}
