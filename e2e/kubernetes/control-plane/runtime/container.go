package runtime

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
)

// path is where programs are looked for, the tools of the bed first.
const path = "/opt/bed/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

// first gives containers the machine before others: their commands and probes have deadlines, compilers have none.
var first = []string{"-n", "-10", "nsenter"}

// enter makes a container's root the root, and becomes its command: that is process 1, as in any container.
const enter = `set -e
mount -t proc proc "$1/proc"
cd "$1"
pivot_root . mnt
umount -l /mnt
[ -z "$2" ] || mount -o remount,bind,ro /
mkdir -p "$3" 2>/dev/null || true
cd "$3"
shift 3
exec "$@"
`

// container is a container of a pod. The runtime's lock guards what changes.
type container struct {
	id      string
	sandbox string
	image   string
	config  *cri.ContainerConfig
	log     *log
	root    root
	words   []string
	env     []string
	folder  string

	created, started, finished int64
	state                      cri.ContainerState
	code                       int32
	process                    *os.Process
	done                       chan struct{}
}

// CreateContainer lays out a container.
func (r *Runtime) CreateContainer(
	_ context.Context, id string, config *cri.ContainerConfig, pod *cri.PodSandboxConfig,
) (string, error) {
	sandbox, err := r.sandbox(id)
	if err != nil {
		return "", err
	}
	// The kubelet asks by digest, and says beside it what the pod has.
	reference := cmp.Or(config.Image.UserSpecifiedImage, config.Image.Image)
	image := r.images.find(reference)
	if image == nil {
		return "", status.Errorf(codes.NotFound, "%s: not found", reference)
	}
	made := &container{
		id:      newID(),
		sandbox: id,
		image:   reference,
		config:  config,
		created: now(),
		state:   cri.ContainerState_CONTAINER_CREATED,
		words:   append(append([]string(nil), config.Command...), config.Args...),
		env:     environment(image, sandbox, config),
		folder:  cmp.Or(config.WorkingDir, image.Folder, "/"),
		done:    make(chan struct{}),
	}
	if len(made.words) == 0 {
		return "", status.Errorf(codes.InvalidArgument, "%s has no command of its own", reference)
	}
	made.root = root{
		folder:   filepath.Join(r.place(made.id), "root"),
		upper:    filepath.Join(r.place(made.id), "upper"),
		readOnly: config.Linux.GetSecurityContext().GetReadonlyRootfs(),
	}
	if made.log, err = newLog(filepath.Join(pod.LogDirectory, config.LogPath)); err != nil {
		return "", err
	}
	if err := made.root.layOut(image, sandbox, config.Mounts); err != nil {
		_ = made.root.remove()
		return "", err
	}
	r.lock.Lock()
	r.containers[made.id] = made
	r.lock.Unlock()
	return made.id, nil
}

// environment is the pod's, with what every container has, and the image's last.
func environment(image *Image, sandbox *sandbox, config *cri.ContainerConfig) []string {
	list := []string{"PATH=" + path, "HOME=/root", "HOSTNAME=" + sandbox.config.Hostname}
	for _, pair := range config.Envs {
		if _, overridden := image.Environment[pair.Key]; !overridden {
			list = append(list, pair.Key+"="+string(pair.Value))
		}
	}
	for key, value := range image.Environment {
		list = append(list, key+"="+value)
	}
	return list
}

// StartContainer starts a container's command.
func (r *Runtime) StartContainer(_ context.Context, id string) error {
	one, err := r.container(id)
	if err != nil {
		return err
	}
	sandbox, err := r.sandbox(one.sandbox)
	if err != nil {
		return err
	}
	readOnly := ""
	if one.root.readOnly {
		readOnly = "yes"
	}
	arguments := append(sandbox.enter(), "sh", "-c", enter, "sh", one.root.folder, readOnly, one.folder)
	process := exec.Command("nice", append(append(slices.Clone(first), arguments...), one.words...)...)
	process.Env = one.env
	process.SysProcAttr = &syscall.SysProcAttr{
		Setsid:     true,
		Cloneflags: syscall.CLONE_NEWNS | syscall.CLONE_NEWPID,
	}
	streams, err := one.log.attach(process)
	if err != nil {
		return err
	}
	r.lock.Lock()
	defer r.lock.Unlock()
	if !sandbox.ready {
		return status.Errorf(codes.FailedPrecondition, "sandbox %s has ended", sandbox.id)
	}
	if err := process.Start(); err != nil {
		return err
	}
	one.process, one.started, one.state = process.Process, now(), cri.ContainerState_CONTAINER_RUNNING
	go func() {
		streams()
		_ = process.Wait()
		r.lock.Lock()
		defer r.lock.Unlock()
		one.finished, one.state, one.code = now(), cri.ContainerState_CONTAINER_EXITED, code(process.ProcessState)
		close(one.done)
	}()
	return nil
}

// enter is how a program gets into a pod's network.
func (s *sandbox) enter() []string {
	return []string{"--target", fmt.Sprint(s.holder.Process.Pid), "--net", "--uts", "--ipc", "--"}
}

// code is an exit code as container runtimes report it.
func code(state *os.ProcessState) int32 {
	if signals, ok := state.Sys().(syscall.WaitStatus); ok && signals.Signaled() {
		return 128 + int32(signals.Signal())
	}
	return int32(state.ExitCode())
}

// StopContainer asks a container to end, and kills it when the time is over.
func (r *Runtime) StopContainer(ctx context.Context, id string, seconds int64) error {
	one, err := r.container(id)
	if err != nil {
		return nil
	}
	r.lock.Lock()
	process, running := one.process, one.state == cri.ContainerState_CONTAINER_RUNNING
	r.lock.Unlock()
	if !running {
		return nil
	}
	if seconds > 0 {
		_ = process.Signal(syscall.SIGTERM)
		select {
		case <-one.done:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(seconds) * time.Second):
		}
	}
	r.kill(one)
	return nil
}

// kill ends all processes of a container at once.
func (r *Runtime) kill(one *container) {
	r.lock.Lock()
	process, running := one.process, one.state == cri.ContainerState_CONTAINER_RUNNING
	r.lock.Unlock()
	if running {
		_ = process.Kill()
		<-one.done
	}
}

// RemoveContainer forgets a container, and the files that it wrote outside its volumes.
func (r *Runtime) RemoveContainer(_ context.Context, id string) error {
	one, err := r.container(id)
	if err != nil {
		return nil
	}
	r.kill(one)
	if err := one.root.remove(); err != nil {
		return err
	}
	one.log.close()
	r.lock.Lock()
	defer r.lock.Unlock()
	delete(r.containers, id)
	return nil
}

// ListContainers lists containers.
func (r *Runtime) ListContainers(_ context.Context, filter *cri.ContainerFilter) ([]*cri.Container, error) {
	r.lock.Lock()
	defer r.lock.Unlock()
	var list []*cri.Container
	for _, one := range r.containers {
		if filter != nil && (filter.Id != "" && filter.Id != one.id ||
			filter.PodSandboxId != "" && filter.PodSandboxId != one.sandbox ||
			filter.State != nil && filter.State.State != one.state ||
			!matches(filter.LabelSelector, one.config.Labels)) {
			continue
		}
		list = append(list, &cri.Container{
			Id:           one.id,
			PodSandboxId: one.sandbox,
			Metadata:     one.config.Metadata,
			Image:        &cri.ImageSpec{Image: one.image},
			ImageRef:     digest(one.image),
			ImageId:      digest(one.image),
			State:        one.state,
			CreatedAt:    one.created,
			Labels:       one.config.Labels,
			Annotations:  one.config.Annotations,
		})
	}
	return list, nil
}

// ContainerStatus describes a container.
func (r *Runtime) ContainerStatus(_ context.Context, id string, _ bool) (*cri.ContainerStatusResponse, error) {
	r.lock.Lock()
	defer r.lock.Unlock()
	one, there := r.containers[id]
	if !there {
		return nil, notFound("container", id)
	}
	reason := ""
	if one.state == cri.ContainerState_CONTAINER_EXITED {
		if reason = "Completed"; one.code != 0 {
			reason = "Error"
		}
	}
	return &cri.ContainerStatusResponse{Status: &cri.ContainerStatus{
		Id:          id,
		Metadata:    one.config.Metadata,
		State:       one.state,
		CreatedAt:   one.created,
		StartedAt:   one.started,
		FinishedAt:  one.finished,
		ExitCode:    one.code,
		Reason:      reason,
		Image:       &cri.ImageSpec{Image: one.image},
		ImageRef:    digest(one.image),
		ImageId:     digest(one.image),
		Labels:      one.config.Labels,
		Annotations: one.config.Annotations,
		Mounts:      one.config.Mounts,
		LogPath:     one.log.path,
	}}, nil
}
