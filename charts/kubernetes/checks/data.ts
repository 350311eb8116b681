import { groupOf, type Manifest } from '../manifest';
import type { Problem } from '../problem';

/** The fields of each kind that hold data. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  ConfigMap: ['data', 'binaryData'],
  Secret: ['data', 'stringData'],
};

/** Refuses what no API server takes for the data of a ConfigMap or Secret. No message tells a value. */
export function checkData(manifest: Manifest): Problem[] {
  const isKnown = groupOf(manifest) === '' && Object.hasOwn(FIELDS, manifest.kind);
  const fields = isKnown ? (FIELDS[manifest.kind] ?? []) : [];
  const inText = new Set(keysOf(manifest.data));
  const twice = fields.includes('binaryData') ? keysOf(manifest.binaryData).filter((key) => inText.has(key)) : [];
  return [
    ...fields.flatMap((field) =>
      Object.entries((manifest[field] ?? {}) as Readonly<Record<string, unknown>>).flatMap(([key, value]) => {
        const path = `${field}[${JSON.stringify(key)}]`;
        const isBinary = field === 'binaryData' || (field === 'data' && manifest.kind === 'Secret');
        return [...checkKey(key, path), ...checkValue(value, path, isBinary)];
      }),
    ),
    ...twice.map((key) => ({
      path: `binaryData[${JSON.stringify(key)}]`,
      message: 'stands in data too',
      remedy: 'keep one of them',
    })),
  ];
}

const keysOf = (data: unknown): readonly string[] => Object.keys((data ?? {}) as object);

/** A key is the name of a file once it is mounted. */
const checkKey = (key: string, path: string): Problem[] =>
  /^[-._A-Za-z0-9]{1,253}$/.test(key) && key !== '.' && !key.startsWith('..')
    ? []
    : [
        {
          path,
          message: `${JSON.stringify(key)} is not a key`,
          remedy: 'write 253 characters at most: letters, digits, "-", "_" and ".", not two of these first',
        },
      ];

function checkValue(value: unknown, path: string, isBinary: boolean): Problem[] {
  if (typeof value !== 'string') return [{ path, message: 'is not text', remedy: 'write text between quotes' }];
  if (!isBinary || isBase64(value)) return [];
  const field = path.startsWith('binaryData') ? 'data' : 'stringData';
  return [{ path, message: 'is not base64', remedy: `encode it, or put the text under ${field}` }];
}

/** Line breaks are skipped, padding is not. */
function isBase64(text: string): boolean {
  const packed = text.replace(/[\r\n]/g, '');
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed);
}
