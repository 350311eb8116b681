import { App, type AppProps } from 'cdk8s';
import type { Problem } from './kubernetes/problem';
import { describeProblem, leaveObjectChecksTo } from './kubernetes/refusal';
import { compareObjects } from './manifest/earlier';
import { checkOnlyKustomization, isKustomization, type KustomizationFile } from './manifest/kustomization';
import { checkOutputFolder, lostFolderHint, systemProblem } from './manifest/output-folder';
import { checkInTheWay, ownFiles } from './manifest/own-files';
import { type LocatedProblem, printIfUncaught, RefusedError } from './manifest/refused-error';
import { at, type Rendered, render } from './manifest/render';
import { type FileChanges, writeFiles } from './manifest/write-files';

export interface ManifestAppProps {
  /** Folder that the files go to. @default - the environment variable `CDK8S_OUTDIR`, which the cdk8s CLI sets, else `dist` */
  readonly outdir?: AppProps['outdir'];
  /** How the files' names end: in `.yaml` or `.yml`, by which kubectl knows them. @default '.k8s.yaml' */
  readonly outputFileExtension?: AppProps['outputFileExtension'];
  /**
   * Writes the file by which kustomize, Argo CD and Flux know the files of a folder, into each folder: for `kubectl apply -k dist`.
   * With `'kustomization.yaml'` `kubectl apply -f dist` fails, as it takes that file for an object; `'Kustomization'`, which
   * kustomize knows as well, has no ending by which it would.
   * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
   * @default - none
   */
  readonly kustomization?: KustomizationFile;
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
  /** What the file of kustomize is called; undefined where none is written. */
  readonly kustomization: KustomizationFile | undefined;
  private readonly report: (line: string) => void;

  constructor({ outdir, outputFileExtension, kustomization, report }: ManifestAppProps = {}) {
    // cdk8s takes an empty CDK8S_OUTDIR for the current folder.
    super({ outdir: outdir ?? (process.env.CDK8S_OUTDIR === '' ? 'dist' : undefined), outputFileExtension });
    this.kustomization = kustomization;
    this.report = report ?? ((line) => process.stderr.write(`${line}\n`));
    leaveObjectChecksTo(this);
  }

  /**
   * Writes the app's files to `outdir`. When anything is wrong it throws one `RefusedError` that lists every problem, and
   * the folder stays byte for byte as it was. Wrong is also a change against what an earlier synth left there that would lose data.
   */
  override synth(): FileChanges {
    const rendered = render(this);
    const warnings = [...rendered.warnings];
    const changes = this.write(rendered, warnings);
    for (const warning of warnings) this.report(`warning: ${warning}`);
    this.report(summary(this.outdir, changes));
    return changes;
  }

  /** What `synth` would write: content by path within `outdir`. Throws the same `RefusedError`, but does not look at `outdir`. */
  manifestFiles(): ReadonlyMap<string, string> {
    const { files, problems } = render(this);
    if (problems.length > 0) throw this.refusal(problems);
    return files;
  }

  /** The objects that `synth` would write, as one text of many documents. Throws the same `RefusedError`. */
  override synthYaml(): string {
    return [...this.manifestFiles()].flatMap(([path, text]) => (isKustomization(path) ? [] : [text])).join('');
  }

  /** @param warnings takes what is to be said of objects that are no longer what they were */
  private write({ files, problems, compared }: Rendered, warnings: string[]): FileChanges {
    try {
      const unusable = checkOutputFolder(this.outdir);
      if (unusable.length > 0) throw this.refusal([...problems, ...unusable.map(ofApp)]);
      const own = ownFiles(this.outdir);
      const changed = compareObjects(this.outdir, compared, own, files, problems);
      const inTheWay = [
        ...checkInTheWay(this.outdir, own, files.keys()),
        ...checkOnlyKustomization(this.outdir, own, files),
      ];
      const refused = [...problems, ...changed.problems, ...inTheWay.map(ofApp)];
      if (refused.length > 0) throw this.refusal(refused);
      warnings.push(...changed.warnings.map(([object, text]) => at(object, text)));
      return writeFiles(this.outdir, own, files);
    } catch (error) {
      const problem = systemProblem(error, this.outdir);
      throw problem === undefined ? error : this.refusal([...problems, ofApp(problem)]);
    }
  }

  private refusal(problems: readonly LocatedProblem[]): RefusedError {
    printIfUncaught();
    return new RefusedError(problems, lostFolderHint());
  }
}

const ofApp = (problem: Problem): LocatedProblem => ({ construct: '', text: describeProblem(problem) });

function summary(outdir: string, { written, unchanged, removed }: FileChanges): string {
  const lines = [...written.map((path) => `  written  ${path}`), ...removed.map((path) => `  removed  ${path}`)];
  const counts = `${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`;
  return [`${outdir}: ${counts}`, ...lines].join('\n');
}
