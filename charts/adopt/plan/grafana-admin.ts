import { type JsonObject, objectsIn, textIn, valueAt } from '../json';

/** How people sign in to a running Grafana. */
export interface AdminFacts {
  /** The option `admin`. */
  readonly admin: JsonObject | undefined;
  /** Variables for what the option cannot say. */
  readonly env: readonly JsonObject[];
  /** Variables that the option says. */
  readonly handled: readonly string[];
  readonly todo: readonly string[];
  readonly text: string;
}

const USER = 'GF_SECURITY_ADMIN_USER';
const PASSWORD = 'GF_SECURITY_ADMIN_PASSWORD';
const USER_KEY = 'admin-user';
const PASSWORD_KEY = 'admin-password';

export function adminOf(container: JsonObject, name: string): AdminFacts {
  const variable = (wanted: string) => objectsIn(container.env).find((each) => each.name === wanted);
  const [user, password] = [variable(USER), variable(PASSWORD)];
  const secret = secretOf(password);
  if (secret !== undefined) {
    const ofUser = secretOf(user);
    const isSame = ofUser?.name === secret.name;
    return {
      admin: {
        type: 'existing-secret',
        name: secret.name,
        ...(isSame && ofUser.key !== USER_KEY ? { userKey: ofUser.key } : {}),
        ...(!isSame ? { userKey: secret.key } : {}),
        ...(secret.key === PASSWORD_KEY ? {} : { passwordKey: secret.key }),
      },
      // Said by hand: the user is somewhere else, or written out, or the image's own.
      env: isSame ? [] : [user ?? { name: USER, value: 'admin' }],
      handled: [USER, PASSWORD],
      todo: [],
      text: `Secret/${secret.name}, ${secret.key}; it stays as it is`,
    };
  }
  if (textIn(password?.value) !== undefined) {
    return {
      admin: { type: 'existing-secret', name: `${name}-admin` },
      env: [],
      handled: [USER, PASSWORD],
      todo: [
        `make Secret "${name}-admin" with key "${USER_KEY}" and key "${PASSWORD_KEY}": the values of the variables ${USER} and ${PASSWORD}, which no file must hold`,
      ],
      text: 'written out in variables; they move to a Secret',
    };
  }
  return {
    admin: undefined,
    env: [],
    handled: [],
    todo: [],
    text: 'no variable says; a Secret is made for the first start, which changes nothing in a database that is there',
  };
}

function secretOf(variable: JsonObject | undefined): { readonly name: string; readonly key: string } | undefined {
  const ref = valueAt(variable, 'valueFrom', 'secretKeyRef');
  const [name, key] = [textIn(valueAt(ref, 'name')), textIn(valueAt(ref, 'key'))];
  return name === undefined || key === undefined ? undefined : { name, key };
}
