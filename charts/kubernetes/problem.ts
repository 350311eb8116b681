/** Something that synth refuses: where it stands, what is wrong with it, and what to write instead. */
export interface Problem {
  /** The property's path as the user wrote it, such as `loki.persistence.size`, or the object's: `StatefulSet/loki spec.replicas`. */
  readonly path: string;
  /** What is wrong, as a clause that names the value: `"10 GB" is not a quantity`. */
  readonly message: string;
  /** What to write instead, as an imperative: `write "10Gi"`. */
  readonly remedy: string;
}
