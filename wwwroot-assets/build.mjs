// Bundles the browser code and the style sheets into dist/, which the build of LoonFlow.Web copies into wwwroot.
import { build } from 'esbuild';
import { cp, readdir, rm } from 'node:fs/promises';

await rm('dist', { recursive: true, force: true });

const modules = (await readdir('src')).filter(name => name.endsWith('.js')).map(name => `src/${name}`);

await build({
    entryPoints: modules,
    outdir: 'dist/js',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
});

await build({
    entryPoints: ['css/app.css', 'css/api-docs.css'],
    outdir: 'dist/css',
    bundle: true,
    minify: true,
    logLevel: 'warning',
    external: ['/img/*'],
});

await cp('img', 'dist/img', { recursive: true });
