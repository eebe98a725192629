// usage: node compile.mjs FONTS SOURCE.typ OUT.pdf
// Prints how long the compiler itself took, in milliseconds.
import fs from 'fs';
import path from 'path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
const [fonts, source, out] = process.argv.slice(2).map(p => path.resolve(p));
const compiler = NodeCompiler.create({ workspace: path.dirname(source), fontArgs: [{ fontPaths: [fonts] }] });
const started = performance.now();
const pdf = compiler.pdf({ mainFilePath: source });
const took = performance.now() - started;
fs.writeFileSync(out, pdf);
console.log(took.toFixed(1));
