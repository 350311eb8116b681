import type { Problem } from '../kubernetes/problem';

/** git@git.example.com:platform/logging.git, which is no URL, and which SSH takes. */
const SCP_LIKE = /^(?:([\w.-]+)@)?([\w.-]+):(?!\/\/)([^\s]+)$/;

const EXAMPLE = 'https://git.example.com/platform/logging.git';

/** Whose rules count: Argo CD takes SSH's short form, Flux only URLs. */
export type RepositoryReader = 'Argo CD' | 'Flux';

/** Refuses what is no address of a Git repository, and one that a password stands in. No message repeats the password. */
export function checkRepositoryUrl(url: string, path: string, reader: RepositoryReader): Problem[] {
  const refuse = (message: string, remedy: string): Problem[] => [{ path, message, remedy }];
  if (url.trim() === '') return refuse('is empty', `write the address of the repository, such as "${EXAMPLE}"`);
  const [, user, host, place] = SCP_LIKE.exec(url) ?? [];
  if (host !== undefined) {
    if (reader === 'Argo CD') return [];
    return refuse(
      `"${url}" is the short form of SSH, and Flux takes URLs alone`,
      `write "ssh://${user === undefined ? '' : `${user}@`}${host}/${place}"`,
    );
  }
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || parsed.hostname === '' || /\s/.test(url)) {
    const shown = url.includes('@') ? 'it' : `"${url}"`;
    return refuse(`${shown} is not the address of a Git repository`, `write one such as "${EXAMPLE}"`);
  }
  if (!['http:', 'https:', 'ssh:'].includes(parsed.protocol)) {
    const protocol = JSON.stringify(parsed.protocol.slice(0, -1));
    return refuse(
      `${reader} fetches no repository by ${protocol}`,
      'write a URL that begins with "https://" or "ssh://"',
    );
  }
  const isSecret = parsed.password !== '' || (parsed.username !== '' && parsed.protocol !== 'ssh:');
  if (!isSecret) return [];
  return refuse(
    'holds a password or token, and everything in dist can be read by everybody who can read the repository',
    `write it without what stands before the "@", and give ${reader} the credential as a Secret in the cluster`,
  );
}
