package runtime

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"syscall"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
)

// sandbox is a pod: its network, held by a process that sleeps in it.
type sandbox struct {
	id      string
	config  *cri.PodSandboxConfig
	created int64
	ready   bool
	address string
	holder  *exec.Cmd
}

// Network is where pods get their addresses.
type Network struct {
	// Bridge is the interface that joins the pods of all nodes.
	Bridge string
	// Prefix is the first three numbers of the addresses of this node's pods.
	Prefix string
	last   int
}

// gateway is the bridge's own address, the same for all nodes.
const gateway = "10.244.0.1"

func notFound(what, id string) error {
	return status.Errorf(codes.NotFound, "%s %s is not there", what, id)
}

// free picks the next address: one that was in use is not used again soon, so that stale names lead nowhere.
func (r *Runtime) free() (string, error) {
	used := map[string]bool{}
	for _, other := range r.sandboxes {
		used[other.address] = other.ready
	}
	for range 250 {
		r.network.last = r.network.last%250 + 1
		address := fmt.Sprintf("%s.%d", r.network.Prefix, r.network.last+1)
		if !used[address] {
			return address, nil
		}
	}
	return "", fmt.Errorf("no address is free in %s", r.network.Prefix)
}

// RunPodSandbox makes a pod's network.
func (r *Runtime) RunPodSandbox(_ context.Context, config *cri.PodSandboxConfig, _ string) (string, error) {
	r.lock.Lock()
	address, err := r.free()
	made := &sandbox{id: newID(), config: config, created: now(), ready: true, address: address}
	if err == nil {
		r.sandboxes[made.id] = made
	}
	r.lock.Unlock()
	if err != nil {
		return "", err
	}
	if err := r.connect(made); err != nil {
		r.end(made)
		r.lock.Lock()
		delete(r.sandboxes, made.id)
		r.lock.Unlock()
		return "", err
	}
	return made.id, nil
}

func (r *Runtime) connect(made *sandbox) error {
	holder := exec.Command("sleep", "infinity")
	holder.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags: syscall.CLONE_NEWNET | syscall.CLONE_NEWUTS | syscall.CLONE_NEWIPC,
	}
	if err := holder.Start(); err != nil {
		return err
	}
	made.holder = holder
	near := short(made.id)
	outer := fmt.Sprintf(
		"link add %s type veth peer name eth0 netns %d\nlink set %s master %s up\n",
		near, holder.Process.Pid, near, r.network.Bridge,
	)
	if err := command(outer, "ip", "-batch", "-"); err != nil {
		return err
	}
	inner := fmt.Sprintf(
		"link set lo up\nlink set eth0 up\naddress add %s/16 dev eth0\nroute add default via %s\n",
		made.address, gateway,
	)
	namespaces := []string{"--target", fmt.Sprint(holder.Process.Pid), "--net", "--uts"}
	if err := command(inner, "nsenter", append(namespaces, "ip", "-batch", "-")...); err != nil {
		return err
	}
	name := made.config.Hostname
	if name == "" {
		name = made.config.Metadata.Name
	}
	return command("", "nsenter", append(namespaces, "hostname", name)...)
}

// command runs a tool of the machine, and says what it wrote where it fails.
func command(input, program string, arguments ...string) error {
	tool := exec.Command(program, arguments...)
	tool.Stdin = strings.NewReader(input)
	if output, err := tool.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", program, strings.Join(arguments, " "), err, output)
	}
	return nil
}

func (r *Runtime) end(made *sandbox) {
	if made.holder != nil && made.holder.Process != nil {
		_ = made.holder.Process.Kill()
		_ = made.holder.Wait()
	}
}

// StopPodSandbox kills what still runs in a pod and ends its network.
func (r *Runtime) StopPodSandbox(_ context.Context, id string) error {
	r.lock.Lock()
	found, there := r.sandboxes[id]
	if !there || !found.ready {
		r.lock.Unlock()
		return nil
	}
	found.ready = false
	var running []*container
	for _, one := range r.containers {
		if one.sandbox == id {
			running = append(running, one)
		}
	}
	r.lock.Unlock()
	for _, one := range running {
		r.kill(one)
	}
	r.end(found)
	return nil
}

// RemovePodSandbox forgets a pod.
func (r *Runtime) RemovePodSandbox(ctx context.Context, id string) error {
	if err := r.StopPodSandbox(ctx, id); err != nil {
		return err
	}
	r.lock.Lock()
	var left []string
	for _, one := range r.containers {
		if one.sandbox == id {
			left = append(left, one.id)
		}
	}
	delete(r.sandboxes, id)
	r.lock.Unlock()
	for _, one := range left {
		if err := r.RemoveContainer(ctx, one); err != nil {
			return err
		}
	}
	return nil
}

func (s *sandbox) state() cri.PodSandboxState {
	if s.ready {
		return cri.PodSandboxState_SANDBOX_READY
	}
	return cri.PodSandboxState_SANDBOX_NOTREADY
}

// PodSandboxStatus describes a pod.
func (r *Runtime) PodSandboxStatus(_ context.Context, id string, _ bool) (*cri.PodSandboxStatusResponse, error) {
	r.lock.Lock()
	defer r.lock.Unlock()
	found, there := r.sandboxes[id]
	if !there {
		return nil, notFound("sandbox", id)
	}
	return &cri.PodSandboxStatusResponse{Status: &cri.PodSandboxStatus{
		Id:          id,
		Metadata:    found.config.Metadata,
		State:       found.state(),
		CreatedAt:   found.created,
		Network:     &cri.PodSandboxNetworkStatus{Ip: found.address},
		Linux:       &cri.LinuxPodSandboxStatus{Namespaces: &cri.Namespace{Options: &cri.NamespaceOption{}}},
		Labels:      found.config.Labels,
		Annotations: found.config.Annotations,
	}}, nil
}

// ListPodSandbox lists pods.
func (r *Runtime) ListPodSandbox(_ context.Context, filter *cri.PodSandboxFilter) ([]*cri.PodSandbox, error) {
	r.lock.Lock()
	defer r.lock.Unlock()
	var list []*cri.PodSandbox
	for _, one := range r.sandboxes {
		if filter != nil && (filter.Id != "" && filter.Id != one.id ||
			filter.State != nil && filter.State.State != one.state() ||
			!matches(filter.LabelSelector, one.config.Labels)) {
			continue
		}
		list = append(list, &cri.PodSandbox{
			Id:          one.id,
			Metadata:    one.config.Metadata,
			State:       one.state(),
			CreatedAt:   one.created,
			Labels:      one.config.Labels,
			Annotations: one.config.Annotations,
		})
	}
	return list, nil
}
