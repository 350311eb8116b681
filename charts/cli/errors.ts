/** What `parseArgs` found wrong with the arguments, in one line. */
export function misuse(error: unknown): string {
  const [first = ''] = partOf(error, 'message').split(/[.\n]/);
  return `${first}; --help says what there is`;
}

/** That a program has nothing to look at. */
export const exportsNoApp = (program: string): string =>
  `${program} exports no app: write \`export const app = new ManifestApp()\``;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  EAGAIN: 'nothing comes from it',
  EBADF: 'it is closed',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'what its name goes through is no folder',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
};

/** Why a file cannot be read. */
export const unreadable = (error: unknown): string =>
  `cannot be read: ${REASONS[partOf(error, 'code')] ?? partOf(error, 'message')}`;

const WRITE_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it may not be written',
  ENOSPC: 'there is no room left',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'what its name goes through is no folder',
};

/** Why a file cannot be written. */
export const unwritable = (error: unknown): string =>
  `cannot be written: ${WRITE_REASONS[partOf(error, 'code')] ?? partOf(error, 'message')}`;

/** A part of an error, whichever realm's it is. */
export const partOf = (error: unknown, key: 'code' | 'message' | 'name'): string =>
  String(typeof error === 'object' && error !== null && key in error ? error[key as keyof typeof error] : '');
