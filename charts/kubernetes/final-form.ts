import type { ApiObject } from 'cdk8s';
import type { Manifest } from './manifest';
import type { Problem } from './problem';

/** An object as it will be written, patches included; or why it cannot be. */
export type FinalForm = { readonly manifest: Manifest } | { readonly problem: Problem };

export function finalForm(object: ApiObject): FinalForm {
  try {
    return { manifest: object.toJson() as Manifest };
  } catch (error) {
    return { problem: unwritable(object, error) };
  }
}

/** Refuses an object that no text can be made of. */
export const unwritable = ({ kind, name }: ApiObject, error: unknown): Problem => ({
  path: `${kind}/${name}`,
  message: `cannot be written: ${reasonOf(error)}`,
  remedy: 'make it of plain data: text, numbers, true, false, lists and objects',
});

/** Without the construct's path, which cdk8s puts before it and the message has already. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(
    /^Failed serializing construct at .*?': (\w*Error: )?/s,
    '',
  );
