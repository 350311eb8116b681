import { existsSync } from 'node:fs';
import { App, type AppProps } from 'cdk8s';
import { describeProblem, leaveObjectChecksTo } from './kubernetes/refusal';
import { checkForeignFiles, type FileChanges, writeFiles } from './manifest/files';
import { printIfUncaught, RefusedError } from './manifest/refused-error';
import { render } from './manifest/render';

export interface ManifestAppProps {
  /** Folder that the files go to. @default - the environment variable `CDK8S_OUTDIR`, which the cdk8s CLI sets, else `dist` */
  readonly outdir?: AppProps['outdir'];
  /** @default '.k8s.yaml' */
  readonly outputFileExtension?: AppProps['outputFileExtension'];
  /** Takes each line that synth has to say: warnings, then what became of the files. @default - standard error */
  readonly report?: (line: string) => void;
}

/**
 * A cdk8s `App` that validates once and then writes all of its files or none.
 *
 * Each chart is a file of its own, named after the ids on its path, so that adding one never renames another. A chart
 * that holds a Namespace sorts first, because `kubectl apply -f dist` goes by name. Charts below an `Environment` go to
 * a folder of that name.
 */
export class ManifestApp extends App {
  private readonly report: (line: string) => void;

  constructor({ outdir, outputFileExtension, report }: ManifestAppProps = {}) {
    super({ outdir, outputFileExtension });
    this.report = report ?? ((line) => process.stderr.write(`${line}\n`));
    leaveObjectChecksTo(this);
  }

  /**
   * Writes the app's files to `outdir`. When anything is wrong it throws one `RefusedError` that lists every problem, and
   * the folder stays byte for byte as it was.
   */
  override synth(): FileChanges {
    const { files, problems, warnings } = render(this);
    const refused = [...problems, ...checkForeignFiles(this.outdir, files).map(describeProblem)];
    if (refused.length > 0) {
      const refusal = new RefusedError(refused, this.lostFolderHint());
      printIfUncaught(refusal);
      throw refusal;
    }
    const changes = writeFiles(this.outdir, files);
    for (const warning of warnings) this.report(`warning: ${warning}`);
    this.report(summary(this.outdir, changes));
    return changes;
  }

  /** What `synth` would write: content by path within `outdir`. Throws the same `RefusedError`. */
  manifestFiles(): ReadonlyMap<string, string> {
    const { files, problems } = render(this);
    if (problems.length > 0) throw new RefusedError(problems);
    return files;
  }

  /** The cdk8s CLI deletes its output folder before it starts the app. */
  private lostFolderHint(): string | undefined {
    if (process.env.CDK8S_OUTDIR === undefined || existsSync(this.outdir)) return undefined;
    return (
      `${this.outdir}/ is gone: \`cdk8s synth\` deletes it before it runs the app. Get it back with \`git restore ${this.outdir}\`.\n` +
      '`npm run synth` never deletes it.'
    );
  }
}

function summary(outdir: string, { written, unchanged, removed }: FileChanges): string {
  const lines = [...written.map((path) => `  written  ${path}`), ...removed.map((path) => `  removed  ${path}`)];
  const counts = `${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`;
  return [`${outdir}: ${counts}`, ...lines].join('\n');
}
