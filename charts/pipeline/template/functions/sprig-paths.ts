import { posix } from 'node:path';
import { fn, type GoFunctions } from './go-function';

function clean(path: string): string {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

function base(path: string): string {
  if (path === '') return '.';
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

const dir = (path: string): string => clean(path.slice(0, path.lastIndexOf('/') + 1));
const ext = (path: string): string => /\.[^./]*$/.exec(path)?.[0] ?? '';
const isAbs = (path: string): boolean => path.startsWith('/');

/** Go's `path`, and `path/filepath` under Linux, where Promtail runs. */
export const SPRIG_PATHS: GoFunctions = {
  base: fn(['string'], base),
  clean: fn(['string'], clean),
  dir: fn(['string'], dir),
  ext: fn(['string'], ext),
  isAbs: fn(['string'], isAbs),
  osBase: fn(['string'], base),
  osClean: fn(['string'], clean),
  osDir: fn(['string'], dir),
  osExt: fn(['string'], ext),
  osIsAbs: fn(['string'], isAbs),
};
