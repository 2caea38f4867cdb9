// SPDX-License-Identifier: MIT
// letters.mjs LETTERS.json COUNT FOLDER: the first COUNT letters with Typst, one compilation for each.
import fs from 'fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [source, count, folder] = process.argv.slice(2);
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: ['/usr/share/fonts/truetype/liberation2', '/usr/share/fonts/truetype/liberation'] }] });
JSON.parse(fs.readFileSync(source)).slice(0, +count).forEach((letter, index) => {
  fs.writeFileSync(`${folder}/${index + 1}.pdf`, compiler.pdf({ mainFileContent: letter }));
  compiler.evictCache(10);
});
