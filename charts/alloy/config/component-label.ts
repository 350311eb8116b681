/** A job's name as components may be called: an identifier. `kubernetes-pods` → `kubernetes_pods` */
export const componentLabel = (name: string): string => name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d|$)/, '_');
