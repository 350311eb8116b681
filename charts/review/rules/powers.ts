import type { Manifest } from '../../kubernetes/manifest';
import { nameOf } from '../kinds';
import { at, mapsAt, type PlainMap, textAt, textOf, textsAt } from '../plain';
import { containersOf, type Side } from '../side';

/** Something that pods may do, or are not kept from. */
export interface Power {
  /** A clause with the pods as its subject: `read /var/log/pods of their node`. */
  readonly text: string;
  /** Where it is said within the pod's spec, as a shape. */
  readonly shape: string;
  /** Whether it is worth a word of a new workload as well, and not only of one that had it not before. */
  readonly isStrong: boolean;
  /** Whether the Pod Security level `baseline` refuses it. */
  readonly isBeyondBaseline: boolean;
}

/** What a runtime gives to every container, of which `baseline` lets each be added. */
const USUAL_CAPABILITIES: ReadonlySet<string> = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  ),
);

/** Settings of the kernel that a pod has for itself, of which `baseline` lets each be set. */
const SAFE_SYSCTLS: ReadonlySet<string> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
]);

const HOST_NAMESPACES = {
  hostNetwork: 'use the network of their node',
  hostPID: 'see every process of their node',
  hostIPC: 'share memory with every process of their node',
} as const;

/** Everything that the pods of a workload may do beyond what any pod may. */
export function powersOf(pod: PlainMap, workload: Manifest, side: Side): Power[] {
  const powers: Power[] = [];
  const add = (text: string, shape: string, isStrong = true, isBeyondBaseline = isStrong): void => {
    powers.push({ text, shape, isStrong, isBeyondBaseline });
  };
  for (const [field, text] of Object.entries(HOST_NAMESPACES)) if (pod[field] === true) add(text, field);
  for (const { path, isWritten } of hostPaths(pod)) {
    add(`${isWritten ? 'write' : 'read'} ${path} of their node`, 'volumes[].hostPath');
  }
  for (const name of mapsAt(pod, 'securityContext', 'sysctls').flatMap((sysctl) => textOf(sysctl.name) ?? [])) {
    add(`set ${name} of the kernel`, 'securityContext.sysctls', true, !SAFE_SYSCTLS.has(name));
  }
  for (const container of containersOf(pod)) addContainer(container, pod, add);
  if (hasToken(pod, workload, side)) {
    add('get the token of their ServiceAccount', 'automountServiceAccountToken', false);
  }
  return powers;
}

type Add = (text: string, shape: string, isStrong?: boolean, isBeyondBaseline?: boolean) => void;

function addContainer(container: PlainMap, pod: PlainMap, add: Add): void {
  const who = `(${textOf(container.name) ?? '?'})`;
  const context = 'containers[].securityContext';
  const own = (field: string): unknown => at(container, 'securityContext', field);
  const said = (field: string): unknown => own(field) ?? at(pod, 'securityContext', field);
  const isPrivileged = own('privileged') === true;
  if (isPrivileged) add(`do everything that their node's root may ${who}`, `${context}.privileged`);
  for (const capability of textsAt(container, 'securityContext', 'capabilities', 'add')) {
    add(
      `use ${capability} ${who}`,
      `${context}.capabilities`,
      true,
      !USUAL_CAPABILITIES.has(capability.replace(/^CAP_/, '')),
    );
  }
  const dropped = textsAt(container, 'securityContext', 'capabilities', 'drop').map((name) => name.toUpperCase());
  if (!dropped.includes('ALL')) add(`keep the usual capabilities ${who}`, `${context}.capabilities`, false);
  if (textOf(said('runAsUser')) === '0') add(`run as root ${who}`, `${context}.runAsUser`, true, false);
  else if (said('runAsUser') === undefined && said('runAsNonRoot') !== true) {
    add(`run as root if the image says so ${who}`, `${context}.runAsNonRoot`, false);
  }
  if (own('allowPrivilegeEscalation') !== false && !isPrivileged) {
    add(`gain more rights than they start with ${who}`, `${context}.allowPrivilegeEscalation`, false);
  }
  if (own('readOnlyRootFilesystem') !== true) {
    add(`write to the root file system ${who}`, `${context}.readOnlyRootFilesystem`, false);
  }
  const seccomp = at(own('seccompProfile'), 'type') ?? at(pod, 'securityContext', 'seccompProfile', 'type');
  if (seccomp === undefined || seccomp === 'Unconfined') {
    const isAsked = seccomp === 'Unconfined';
    add(`make any system call ${who}`, `${context}.seccompProfile`, isAsked, isAsked);
  }
  const armor = at(own('appArmorProfile'), 'type') ?? at(pod, 'securityContext', 'appArmorProfile', 'type');
  if (armor === 'Unconfined') add(`do what AppArmor keeps others from ${who}`, `${context}.appArmorProfile`);
  if (own('procMount') === 'Unmasked') add(`see and change all of /proc ${who}`, `${context}.procMount`);
  if (at(said('windowsOptions'), 'hostProcess') === true) {
    add(`run as a process of their node ${who}`, `${context}.windowsOptions`);
  }
  for (const port of mapsAt(container, 'ports')) {
    const number = textOf(port.hostPort);
    if (number !== undefined && number !== '0')
      add(`listen on port ${number} of their node`, 'containers[].ports[].hostPort');
  }
}

/** Folders of the node that pods see; written to unless every mount of them is read-only. */
function hostPaths(pod: PlainMap): { readonly path: string; readonly isWritten: boolean }[] {
  const mounts = containersOf(pod).flatMap((container) => mapsAt(container, 'volumeMounts'));
  return mapsAt(pod, 'volumes').flatMap((volume) => {
    const path = textAt(volume, 'hostPath', 'path');
    if (path === undefined) return [];
    const ofVolume = mounts.filter(({ name }) => name === volume.name);
    return [{ path, isWritten: ofVolume.some(({ readOnly }) => readOnly !== true) }];
  });
}

/** Whether pods are given a token: the pod says so, else its ServiceAccount, else they are. */
function hasToken(pod: PlainMap, workload: Manifest, side: Side): boolean {
  const account = side.find('/ServiceAccount', nameOf(workload).namespace, accountOf(pod));
  return (pod.automountServiceAccountToken ?? at(account, 'automountServiceAccountToken')) !== false;
}

/** The name of the ServiceAccount that pods act as. */
export const accountOf = (pod: PlainMap | undefined): string =>
  textOf(pod?.serviceAccountName) ?? textOf(pod?.serviceAccount) ?? 'default';
