/** What is known of where a configuration runs. Whatever is left out is not checked. */
export interface LokiDeployment {
  /** Pods that take in logs. @default - unknown */
  readonly replicas?: number;
  /** Today in UTC, `'2026-11-24'`: decides which schema period is written to. @default - every period has begun */
  readonly today?: string;
  /** Folders that the process can write to and that outlive it as they should: its mounts. @default - unknown */
  readonly writablePaths?: readonly string[];
  /** Whether collectors and data sources send a tenant (`X-Scope-OrgID`). @default - unknown */
  readonly sendsTenant?: boolean;
  /**
   * Names of the variables of its environment, as far as a configuration can read them: `${NAME}`. @default - unknown
   */
  readonly env?: readonly string[];
  /** Whether it is started with `-config.expand-env=true`. @default - when something in it reads `${NAME}` */
  readonly expandsEnv?: boolean;
  /** Also refuse what runs but should not be set up any more: DynamoDB's index from 3.6 on. @default - it is warned of */
  readonly isNew?: boolean;
}
